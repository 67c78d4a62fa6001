import { Inject, Injectable } from '@nestjs/common';
import { accessTokenSeconds, CLOCK, DB, type Clock, type Member } from '@unityplan/service-kit';
import type { AuthDb } from '../db/schema.ts';

const shown = 50;

@Injectable()
export class SessionsViews {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The member's open sessions, last used first. */
  async open(territory: string, member: Member) {
    const now = new Date(this.clock());
    const rows = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('sessions')
        .select(['session_id', 'browser', 'system', 'created_at', 'last_seen_at'])
        .where('member_id', '=', member.memberId)
        .where('ended_at', 'is', null)
        .where('idle_until', '>', now)
        .where('absolute_until', '>', now)
        .orderBy('last_seen_at', 'desc')
        .orderBy('session_id', 'desc')
        .limit(shown)
        .execute());
    const items = rows.map((row) => ({
      sessionId: row.session_id,
      current: row.session_id === member.sessionId,
      browser: row.browser,
      system: row.system,
      firstSeen: row.created_at.toISOString(),
      lastSeen: row.last_seen_at.toISOString(),
    }));
    return { items };
  }

  /** Sessions that ended while access tokens of theirs may not have expired yet. */
  async revoked(territory: string): Promise<{ sessionIds: string[] }> {
    const from = new Date(this.clock() - accessTokenSeconds * 1000);
    const rows = await this.db.read(territory, (reader) => reader.selectFrom('sessions').select('session_id').where('ended_at', '>', from).execute());
    return { sessionIds: rows.map(({ session_id }) => session_id) };
  }
}
