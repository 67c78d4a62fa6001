import type { EventScope } from '@unityplan/contracts';
import type { Queryable } from '../database.ts';

/** An unsent row. */
export interface OutboxRow {
  readonly id: string;
  readonly event_id: string;
  readonly service: string;
  readonly territory: string;
  readonly target: string | null;
  readonly scope: EventScope;
  readonly event: string;
  readonly aggregate: string;
  readonly seq: number;
  readonly payload: string;
  readonly traceparent: string | null;
  readonly created_at: Date;
}

/** The outbox as the relay sees it. */
export class OutboxStore {
  private readonly database: Queryable;
  constructor(database: Queryable) {
    this.database = database;
  }

  /** Unsent rows in order of their numbers, without those the relay already has in hand. */
  async unsent(inHand: Iterable<string>, limit: number): Promise<OutboxRow[]> {
    const { rows } = await this.database.query({ name: 'outbox unsent', values: [[...inHand], limit], text:
      `SELECT id, event_id, service, territory, target, scope, event, aggregate, seq::float8 AS seq, payload::text AS payload, traceparent, created_at
       FROM messaging.outbox WHERE sent_at IS NULL AND id <> ALL ($1::bigint[]) ORDER BY id LIMIT $2` });
    return rows as OutboxRow[];
  }

  async markSent(rows: readonly OutboxRow[]): Promise<void> {
    const times = rows.map((row) => row.created_at.getTime());
    await this.database.query({
      name: 'outbox mark',
      // The range of time lets PostgreSQL leave out the partitions of other days; what is unsent is found by the one index on ids.
      text: 'UPDATE messaging.outbox SET sent_at = now() WHERE id = ANY ($1::bigint[]) AND sent_at IS NULL AND created_at BETWEEN $2 AND $3',
      values: [rows.map((row) => row.id), new Date(Math.min(...times) - 1), new Date(Math.max(...times) + 1)],
    });
  }

  async countUnsent(): Promise<number> {
    return ((await this.database.query('SELECT count(*)::int AS n FROM messaging.outbox WHERE sent_at IS NULL')).rows[0] as { n: number }).n;
  }

  async tendPartitions(keepDays: number): Promise<void> {
    await this.database.query('SELECT messaging.tend_partitions($1)', [keepDays]);
  }
}
