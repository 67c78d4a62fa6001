import { eventKey, type EventContract, type PayloadOf } from '@unityplan/contracts';
import { currentTraceparent } from '@unityplan/telemetry';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { AnyTx } from './database.ts';
import { failPoint } from './fail-points.ts';
import { eventSubject } from './subjects.ts';

/** The payload does not fit the contract, or carries more than it declares. The transaction should end here. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
}

export interface PublishOptions {
  /** Another order than the contract's `orderBy` field. Ids only, never text a person wrote. */
  readonly aggregate?: string;
  /** For events of scope `cross`: the territory it goes to. */
  readonly target?: string;
}

/** Where events begin: a row in the same transaction as the change it tells of. */
export class Outbox {
  private readonly traceparent: () => string | undefined;

  constructor(options: { currentTraceparent?: () => string | undefined } = {}) {
    this.traceparent = options.currentTraceparent ?? currentTraceparent;
  }

  /**
   * Publishes with the commit of `tx`, in the order of commits per aggregate. Answers the event's id.
   * Throws PublishError on a payload that misfits or has undeclared fields. Locks the aggregate until the end of `tx`:
   * publish last, and several aggregates always in the same order.
   */
  async publish<E extends EventContract>(tx: AnyTx, event: E, payload: z.input<E['payload']>, options: PublishOptions = {}): Promise<string> {
    tx.assertOpen();
    const checked = fitting(event, payload);
    const aggregate = options.aggregate ?? String((checked as Record<string, unknown>)[event.orderBy]);
    if (!aggregate || aggregate.length > 200) throw new PublishError(`event ${event.name}: the aggregate is empty or longer than 200 characters`);
    const territory = tx.territory ?? '';
    const target = options.target ?? null;
    eventSubject({ scope: event.scope, pod: 'pod', territory, target, event: eventKey(event) }); // refuses here what the relay could not send
    const id = v7();
    await sql`
      WITH numbered AS (
        INSERT INTO messaging.aggregates AS a (territory, aggregate, last_seq) VALUES (${territory}, ${aggregate}, 1)
        ON CONFLICT (territory, aggregate) DO UPDATE SET last_seq = a.last_seq + 1 RETURNING last_seq
      ), written AS (
        INSERT INTO messaging.outbox (event_id, service, territory, target, scope, event, aggregate, seq, payload, traceparent)
        SELECT ${id}::uuid, ${event.owner}, ${territory}, ${target}, ${event.scope}, ${eventKey(event)}, ${aggregate}, last_seq,
               ${JSON.stringify(checked)}::jsonb, ${this.traceparent() ?? null} FROM numbered
      )
      SELECT pg_notify('outbox', '') FROM numbered`.execute(tx.db);
    failPoint('publish-before-commit');
    return id;
  }
}

/** The payload as the contract reads it. Fields it does not declare are refused rather than dropped: they may be personal. */
export function fitting<E extends EventContract>(event: E, payload: unknown): PayloadOf<E> {
  const result = z.strictObject(event.payload.shape).safeParse(payload);
  if (!result.success) throw new PublishError(`event ${event.name} does not fit its contract: ${z.prettifyError(result.error)}`);
  const leaving = event.scope === 'territory' ? [] : event.personal.filter((field) => field in result.data);
  if (leaving.length > 0) throw new PublishError(`event ${event.name}: personal fields never leave the pod: ${leaving.join(', ')}`);
  return result.data as PayloadOf<E>;
}
