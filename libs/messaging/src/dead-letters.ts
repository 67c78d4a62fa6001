import type { Queryable } from './database.ts';

/** A dead letter as the operator's page and `npm run redrive` show it. */
export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly eventId: string;
  readonly territory: string;
  readonly event: string;
  readonly aggregate: string;
  readonly reason: string;
  readonly failedAt: Date;
  readonly redrivenAt: Date | null;
}

export interface DeadLetterFilter {
  readonly consumer: string;
  readonly id?: string;
}

const columns = `id, consumer, event_id AS "eventId", territory, event, aggregate, reason, failed_at AS "failedAt", redriven_at AS "redrivenAt"`;
const open = 'consumer = $1 AND ($2::bigint IS NULL OR id = $2) AND handled_at IS NULL AND discarded_at IS NULL';

/** Dead letters that nobody has settled, oldest first. */
export async function listDeadLetters(database: Queryable, filter: DeadLetterFilter): Promise<DeadLetter[]> {
  const { rows } = await database.query(`SELECT ${columns} FROM messaging.dead_letters WHERE ${open} ORDER BY id`, [filter.consumer, filter.id ?? null]);
  return rows as DeadLetter[];
}

/**
 * Gives dead letters back to their consumer, which runs them through the inbox path again, oldest first, at once if it is
 * up. They come after whatever their aggregate did meanwhile: order holds among what is redriven, not towards the rest.
 */
export async function redriveDeadLetters(database: Queryable, filter: DeadLetterFilter): Promise<number> {
  const { rowCount } = await database.query(`UPDATE messaging.dead_letters SET redriven_at = clock_timestamp() WHERE ${open}`, [filter.consumer, filter.id ?? null]);
  await database.query(`SELECT pg_notify('redrive', '')`);
  return rowCount ?? 0;
}

/** Settles dead letters without handling them. They stay on record. */
export async function discardDeadLetters(database: Queryable, filter: DeadLetterFilter): Promise<number> {
  const { rowCount } = await database.query(`UPDATE messaging.dead_letters SET discarded_at = clock_timestamp() WHERE ${open}`, [filter.consumer, filter.id ?? null]);
  return rowCount ?? 0;
}
