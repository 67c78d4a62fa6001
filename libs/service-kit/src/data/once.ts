import { createHash } from 'node:crypto';
import { commonErrors, Problem } from '@unityplan/contracts';
import { sql, type QueryExecutorProvider } from 'kysely';

/** The table of remembered requests; each service that takes idempotency keys has one per territory under its own name. */
export interface RequestsTable {
  member_id: string;
  route: string;
  idempotency_key: string;
  body_hash: string;
  resource_id: string;
  created_at: Date;
}

/** What tells two bodies of requests with one key apart. */
export function requestHash(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}

/**
 * Runs `create` at most once per (member, route, key) and answers with the id it made; a repeated request gets the first id.
 * Call it inside the transaction of the change. The same key with another body throws `idempotency_key_reused`.
 * `madeId`, when the id is known beforehand, saves a statement. Two equal requests at once: the second waits for the first to commit, then gets its answer.
 */
export async function once(
  db: QueryExecutorProvider,
  request: { table: string; memberId: string; route: string; key: string | undefined; body: unknown; madeId?: string },
  create: () => Promise<string>,
): Promise<string> {
  if (request.key === undefined) return create();
  const hash = requestHash(request.body);
  const table = sql.table(request.table);
  const claimed = await sql`insert into ${table} (member_id, route, idempotency_key, body_hash, resource_id)
    values (${request.memberId}, ${request.route}, ${request.key}, ${hash}, ${request.madeId ?? ''}) on conflict do nothing returning 1`.execute(db);
  const where = sql`where member_id = ${request.memberId} and route = ${request.route} and idempotency_key = ${request.key}`;
  if (claimed.rows.length === 0) {
    const earlier = await sql<{ body_hash: string; resource_id: string }>`select body_hash, resource_id from ${table} ${where}`.execute(db);
    const found = earlier.rows[0]!;
    if (found.body_hash !== hash) throw new Problem(commonErrors.idempotency_key_reused);
    return found.resource_id;
  }
  const made = await create();
  if (made !== request.madeId) await sql`update ${table} set resource_id = ${made} ${where}`.execute(db);
  return made;
}
