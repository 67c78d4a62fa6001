import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { ForumTx } from '../db/schema.ts';

/** What is kept for a time only: the table, the column that tells its age, and the days. */
const kept = [
  { table: 'forum_vote_days', column: 'day', days: 3 },
  { table: 'forum_drafts', column: 'saved_at', days: 180 },
] as const;
export const keptTables = kept.map(({ table }) => table);

@Injectable()
export class RetentionRepository {
  /** Deletes what is past its time, at most `limit` rows of one table; answers how many. Nothing when another process is at it. */
  async forgetOld(tx: ForumTx, table: (typeof kept)[number]['table'], now: Date, limit: number): Promise<number> {
    const { column, days } = kept.find((one) => one.table === table)!;
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`forum retention ${tx.territory}`}, 0)) as mine`.execute(tx.db);
    if (!rows[0]?.mine) return 0;
    const deleted = await sql`delete from ${sql.table(table)} where ctid = any (array(
      select ctid from ${sql.table(table)} where ${sql.ref(column)} < ${now}::timestamptz - make_interval(days => ${days}) limit ${limit}))`.execute(tx.db);
    return Number(deleted.numAffectedRows ?? 0);
  }
}
