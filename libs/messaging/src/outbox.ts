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

/** What an event is of, where its contract and transaction do not say. */
export interface PublishOptions {
  /** Another order than the contract's `orderBy` field. Ids only, never text a person wrote. */
  readonly aggregate?: string;
  /** For events of scope `cross`: the territory it goes to. */
  readonly target?: string;
  /** In a transaction of the global schema: the territory that the event is of. */
  readonly territory?: string;
}

/** An event on its way into the outbox. */
interface Row {
  readonly id: string;
  readonly owner: string;
  readonly territory: string;
  readonly target: string | null;
  readonly scope: string;
  readonly event: string;
  readonly aggregate: string;
  readonly payload: string;
  readonly traceparent: string | null;
}

/** Where events begin: a row in the same transaction as the change it tells of. */
export class Outbox {
  private readonly traceparent: () => string | undefined;
  private readonly published = new WeakMap<AnyTx, Row[]>();

  constructor(options: { currentTraceparent?: () => string | undefined } = {}) {
    this.traceparent = options.currentTraceparent ?? currentTraceparent;
  }

  /**
   * Publishes with the commit of `tx`, in the order of commits per aggregate. Answers the event's id.
   * Throws PublishError on a payload that misfits or has undeclared fields. The rows of all events of `tx` are written together right
   * before the commit, in its round trip; only there are their aggregates locked, in one order by everyone.
   */
  publish<E extends EventContract>(tx: AnyTx, event: E, payload: z.input<E['payload']>, options: PublishOptions = {}): Promise<string> {
    return Promise.resolve().then(() => this.add(tx, event, payload, options));
  }

  private add(tx: AnyTx, event: EventContract, payload: unknown, options: PublishOptions): string {
    tx.assertOpen();
    const checked = fitting(event, payload);
    const aggregate = options.aggregate ?? String((checked as Record<string, unknown>)[event.orderBy]);
    if (!aggregate || aggregate.length > 200) throw new PublishError(`event ${event.name}: the aggregate is empty or longer than 200 characters`);
    const target = options.target ?? null;
    const key = eventKey(event);
    const territory = options.territory ?? tx.territory;
    if (territory !== tx.territory && tx.territory !== 'global') throw new PublishError(`event ${event.name}: a transaction of ${tx.territory} does not speak for ${territory}`);
    eventSubject({ scope: event.scope, pod: 'pod', territory, target, event: key }); // refuses here what the relay could not send
    const row = { id: v7(), owner: event.owner, territory, target, scope: event.scope, event: key, aggregate, payload: JSON.stringify(checked), traceparent: this.traceparent() ?? null };
    const rows = this.published.get(tx);
    if (rows) rows.push(row);
    else {
      const first = [row];
      this.published.set(tx, first);
      tx.beforeCommit(() => {
        failPoint('publish-before-commit');
        return written(first).compile(tx.db);
      });
    }
    return row.id;
  }
}

/** One statement for all rows. The aggregates' rows are locked, until the commit, before any number is drawn. */
function written(rows: readonly Row[]) {
  const column = (of: (row: Row) => string | null) => rows.map(of);
  return sql`
    WITH given AS (
      SELECT * FROM unnest(${column(({ id }) => id)}::uuid[], ${column(({ owner }) => owner)}::text[], ${column(({ target }) => target)}::text[], ${column(({ scope }) => scope)}::text[],
        ${column(({ event }) => event)}::text[], ${column(({ aggregate }) => aggregate)}::text[], ${column(({ payload }) => payload)}::text[], ${column(({ traceparent }) => traceparent)}::text[],
        ${column(({ territory }) => territory)}::text[])
        WITH ORDINALITY AS g (id, owner, target, scope, event, aggregate, payload, traceparent, territory, n)
    ), counted AS (
      SELECT territory, aggregate, count(*) AS events FROM given GROUP BY territory, aggregate
    ), numbered AS (
      INSERT INTO messaging.aggregates AS a (territory, aggregate, last_seq) SELECT territory, aggregate, events FROM counted ORDER BY territory, aggregate
      ON CONFLICT (territory, aggregate) DO UPDATE SET last_seq = a.last_seq + excluded.last_seq RETURNING territory, aggregate, last_seq
    ), written AS (
      INSERT INTO messaging.outbox (event_id, service, territory, target, scope, event, aggregate, seq, payload, traceparent)
      SELECT id, owner, territory, target, scope, event, aggregate, last_seq - events + row_number() OVER (PARTITION BY territory, aggregate ORDER BY n), payload::jsonb, traceparent
      FROM given JOIN numbered USING (territory, aggregate) JOIN counted USING (territory, aggregate) ORDER BY n
    )
    SELECT pg_notify('outbox', '')`;
}

/** The payload as the contract reads it. Fields it does not declare are refused rather than dropped: they may be personal. */
export function fitting<E extends EventContract>(event: E, payload: unknown): PayloadOf<E> {
  const result = z.strictObject(event.payload.shape).safeParse(payload);
  if (!result.success) throw new PublishError(`event ${event.name} does not fit its contract: ${z.prettifyError(result.error)}`);
  const leaving = event.scope === 'territory' ? [] : event.personal.filter((field) => field in result.data);
  if (leaving.length > 0) throw new PublishError(`event ${event.name}: personal fields never leave the pod: ${leaving.join(', ')}`);
  return result.data as PayloadOf<E>;
}
