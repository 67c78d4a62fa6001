import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem } from '@unityplan/contracts';
import { DB, type CallContext, type MemberContext } from '@unityplan/service-kit';
import type { AuthDb } from '../db/schema.ts';
import { clearSessionCookies, refreshCookie } from './cookies.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import { SessionEndings } from './session-endings.service.ts';
import { SessionsRepository } from './sessions.repository.ts';

/** What members do with their sessions. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    private readonly tokens: RefreshTokens,
    private readonly endings: SessionEndings,
    private readonly repository: SessionsRepository,
  ) {}

  /** Clears the cookies always, and ends the session that the caller shows, by either token. */
  async signOut(call: CallContext): Promise<void> {
    clearSessionCookies(call.reply);
    const sessionId = call.member?.sessionId ?? this.tokens.read(refreshCookie(call.reply) ?? '')?.sessionId;
    if (sessionId !== undefined) await this.db.transact(call.territory, (tx) => this.endings.end(tx, { sessionId }, 'signed_out'));
  }

  /** Ends one of the member's own sessions. Throws `not_found` for anyone else's. */
  async revoke(sessionId: string, call: MemberContext): Promise<void> {
    const ended = await this.db.transact(call.territory, (tx) => this.endings.end(tx, { sessionId, memberId: call.member.memberId }, 'revoked'));
    if (!ended) throw new Problem(commonErrors.not_found);
    if (sessionId === call.member.sessionId) clearSessionCookies(call.reply);
  }

  removeStale(territory: string, before: Date): Promise<void> {
    return this.db.transact(territory, (tx) => this.repository.deleteOver(tx, before));
  }
}
