import { Injectable } from '@nestjs/common';
import { sql, type Insertable } from 'kysely';
import type { AuthTx } from '../db/schema.ts';
import type { EndReason, SessionRow, SessionsTable } from '../db/sessions.table.ts';
import type { RefreshToken } from './refresh-tokens.ts';

@Injectable()
export class SessionsRepository {
  async insert(tx: AuthTx, session: Insertable<SessionsTable>): Promise<void> {
    await tx.db.insertInto('sessions').values(session).execute();
  }

  /**
   * Replaces the current token by its successor; undefined when it is not the current one of an open session. This one statement
   * decides: of many at once the first to lock the row wins, and the others find another token there.
   */
  rotate(tx: AuthTx, current: RefreshToken, next: RefreshToken, times: { now: Date; graceFrom: Date; idleUntil: Date }): Promise<SessionRow | undefined> {
    const { now, graceFrom, idleUntil } = times;
    return tx.db
      .updateTable('sessions')
      .set({
        generation: next.generation,
        token_hash: next.hash,
        rotations: sql<Date[]>`array_append(array(select at from unnest(rotations) with ordinality as r (at, n) where at >= ${graceFrom} order by n), ${now})`,
        last_seen_at: now,
        idle_until: sql<Date>`least(${idleUntil}, absolute_until)`,
      })
      .where('session_id', '=', current.sessionId)
      .where('generation', '=', current.generation)
      .where('token_hash', '=', current.hash)
      .where('ended_at', 'is', null)
      .where('idle_until', '>', now)
      .where('absolute_until', '>', now)
      .returningAll()
      .executeTakeFirst();
  }

  /** The row as it is, not locked: after a lost rotation there is nothing left to decide but what `end` decides itself. */
  find(tx: AuthTx, sessionId: string): Promise<SessionRow | undefined> {
    return tx.db.selectFrom('sessions').selectAll().where('session_id', '=', sessionId).executeTakeFirst();
  }

  /** The member whose open session ended by this call; undefined when there was none. */
  async end(tx: AuthTx, of: { sessionId: string; memberId?: string }, reason: EndReason, now: Date): Promise<string | undefined> {
    let query = tx.db.updateTable('sessions').set({ ended_at: now, end_reason: reason }).where('session_id', '=', of.sessionId).where('ended_at', 'is', null);
    if (of.memberId !== undefined) query = query.where('member_id', '=', of.memberId);
    return (await query.returning('member_id').executeTakeFirst())?.member_id;
  }

  async endAll(tx: AuthTx, memberId: string, reason: EndReason, now: Date): Promise<string[]> {
    const ended = await tx.db
      .updateTable('sessions')
      .set({ ended_at: now, end_reason: reason })
      .where('member_id', '=', memberId)
      .where('ended_at', 'is', null)
      .returning('session_id')
      .execute();
    return ended.map(({ session_id }) => session_id).sort();
  }

  async deleteOver(tx: AuthTx, before: Date): Promise<void> {
    await tx.db.deleteFrom('sessions').where((or) => or.or([or('ended_at', '<', before), or('idle_until', '<', before)])).execute();
  }
}
