import { eventKey, type EventContract, type PayloadOf } from '@unityplan/contracts';
import { isDeepStrictEqual } from 'node:util';

/* eslint-disable @typescript-eslint/no-explicit-any -- rows are what the statement says */

/** Whatever answers plain SQL. */
interface Asked {
  query(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
}

/** An event as the outbox has it. */
export interface PublishedEvent<E extends EventContract> {
  readonly id: string;
  readonly territory: string;
  readonly aggregate: string;
  readonly seq: number;
  readonly sent: boolean;
  readonly payload: PayloadOf<E>;
}

/**
 * The newest event of this contract in the outbox whose payload has the given fields; throws, showing what there is instead.
 * `database` must be able to read the outbox (the test cluster's admin, or the event service's role).
 */
export async function expectPublished<E extends EventContract>(database: Asked, contract: E, partial: Partial<PayloadOf<E>> = {}): Promise<PublishedEvent<E>> {
  const { rows } = await database.query(
    `SELECT event_id AS id, territory, aggregate, seq::float8 AS seq, sent_at IS NOT NULL AS sent, payload FROM messaging.outbox WHERE event = $1 ORDER BY outbox.id DESC LIMIT 200`,
    [eventKey(contract)]);
  const all = rows as PublishedEvent<E>[];
  const found = all.find((row) => Object.entries(partial).every(([field, value]) => isDeepStrictEqual((row.payload as Record<string, unknown>)[field], value)));
  if (found) return found;
  const seen = all.slice(0, 5).map((row) => `  ${JSON.stringify(row.payload)}`).join('\n');
  throw new Error(`no ${eventKey(contract)} with ${JSON.stringify(partial)} was published; ${all.length ? `the newest are:\n${seen}` : 'there is none at all'}`);
}
