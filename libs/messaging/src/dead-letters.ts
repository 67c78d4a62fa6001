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

/** Which of the open letters: all of a consumer, of one territory, or one. */
export interface DeadLetterFilter {
  readonly consumer: string;
  /** Counted in each database anew. */
  readonly id?: string;
  readonly territory?: string;
}

const columns = `id, consumer, event_id AS "eventId", territory, event, aggregate, reason, failed_at AS "failedAt", redriven_at AS "redrivenAt"`;
const open = 'consumer = $1 AND ($2::bigint IS NULL OR id = $2) AND ($3::text IS NULL OR territory = $3) AND handled_at IS NULL AND discarded_at IS NULL';

const valuesOf = ({ consumer, id, territory }: DeadLetterFilter): unknown[] => [consumer, id ?? null, territory ?? null];

/** Dead letters of one database that nobody has settled, oldest first. */
export async function listDeadLetters(database: Queryable, filter: DeadLetterFilter): Promise<DeadLetter[]> {
  const { rows } = await database.query(`SELECT ${columns} FROM messaging.dead_letters WHERE ${open} ORDER BY id`, valuesOf(filter));
  return rows as DeadLetter[];
}

/**
 * Gives dead letters of one database back to their consumer, which runs them through the inbox path again, oldest first, at once if it
 * is up and this is the pod's own database; of another one it hears when it is called for the pod's own afterwards. They come after whatever their aggregate did meanwhile: order holds among what is redriven, not towards the rest.
 */
export async function redriveDeadLetters(database: Queryable, filter: DeadLetterFilter): Promise<number> {
  const { rowCount } = await database.query(`UPDATE messaging.dead_letters SET redriven_at = clock_timestamp() WHERE ${open}`, valuesOf(filter));
  await database.query(`SELECT pg_notify('redrive', '')`);
  return rowCount ?? 0;
}

/** Settles dead letters without handling them. They stay on record. */
export async function discardDeadLetters(database: Queryable, filter: DeadLetterFilter): Promise<number> {
  const { rowCount } = await database.query(`UPDATE messaging.dead_letters SET discarded_at = clock_timestamp() WHERE ${open}`, valuesOf(filter));
  return rowCount ?? 0;
}
