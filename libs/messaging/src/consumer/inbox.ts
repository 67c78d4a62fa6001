import { sql } from 'kysely';
import type { AnyTx } from '../database.ts';
import type { WireEvent } from '../envelope.ts';

/** What a consumer has done, and what it could not do: rows of one service. */
export class Inbox {
  readonly consumer: string;
  constructor(consumer: string) {
    this.consumer = consumer;
  }

  /** Records events; answers which were not recorded before. Waits while another transaction is recording one of them. */
  async record(tx: AnyTx, eventIds: readonly string[]): Promise<Set<string>> {
    const { rows } = await sql<{ event_id: string }>`
      INSERT INTO messaging.inbox (consumer, event_id) SELECT ${this.consumer}, unnest(${eventIds}::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id`.execute(tx.db);
    return new Set(rows.map((row) => row.event_id));
  }

  /** Counts a failed attempt; answers how many there are now. */
  async failed(tx: AnyTx, eventId: string, error: string, nextInMs: (count: number) => number): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      INSERT INTO messaging.attempts AS a (consumer, event_id, count, next_at, last_error) VALUES (${this.consumer}, ${eventId}::uuid, 1, now(), ${error})
      ON CONFLICT (consumer, event_id) DO UPDATE SET count = a.count + 1, last_error = excluded.last_error RETURNING count`.execute(tx.db);
    const count = rows[0]!.count;
    await sql`UPDATE messaging.attempts SET next_at = now() + ${nextInMs(count)} * interval '1 millisecond'
      WHERE consumer = ${this.consumer} AND event_id = ${eventId}::uuid`.execute(tx.db);
    return count;
  }

  async forgetAttempts(tx: AnyTx, eventId: string): Promise<void> {
    await sql`DELETE FROM messaging.attempts WHERE consumer = ${this.consumer} AND event_id = ${eventId}::uuid`.execute(tx.db);
  }

  /** Buries an event: it counts as recorded, so that a redelivery ends there, and waits to be redriven or discarded. */
  async bury(tx: AnyTx, event: WireEvent, reason: string): Promise<void> {
    if ((await this.record(tx, [event.id])).size === 0) return;
    await sql`INSERT INTO messaging.dead_letters (consumer, event_id, territory, event, aggregate, seq, event_time, traceparent, payload, reason)
      VALUES (${this.consumer}, ${event.id}::uuid, ${event.territory}, ${event.event}, ${event.aggregate}, ${event.seq}, ${event.time}::timestamptz,
              ${event.traceparent ?? null}, ${JSON.stringify(event.payload ?? null)}::jsonb, ${reason}) ON CONFLICT DO NOTHING`.execute(tx.db);
    await this.forgetAttempts(tx, event.id);
  }
}
