import { Inject, Injectable } from '@nestjs/common';
import { auth, Problem } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, type CallContext, type Clock } from '@unityplan/service-kit';
import type { AuthDb, AuthTx } from '../db/schema.ts';
import type { SessionRow } from '../db/sessions.table.ts';
import { SigningKeys } from '../keys/signing-keys.service.ts';
import { refreshCookie } from './cookies.ts';
import { RefreshTokens, type RefreshToken } from './refresh-tokens.ts';
import { SessionAnswers, type SessionAnswer } from './session-answers.ts';
import { SessionEndings } from './session-endings.service.ts';
import { graceMs, idleMs, judgeOlder } from './sessions.policy.ts';
import { SessionsRepository } from './sessions.repository.ts';

/** Rotates refresh tokens. The family row in PostgreSQL decides alone: no cache, no other process, no restart can revive a token. */
@Injectable()
export class RefreshRotation {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly tokens: RefreshTokens,
    private readonly repository: SessionsRepository,
    private readonly endings: SessionEndings,
    private readonly outbox: Outbox,
  ) {}

  /** The session and its token from now on; undefined when the session is over, also by this very call. */
  async rotate(territory: string, text: string): Promise<{ session: SessionRow; token: RefreshToken } | undefined> {
    const token = this.tokens.read(text);
    if (!token) return undefined;
    const next = this.tokens.successor(token);
    const now = this.clock();
    const times = { now: new Date(now), graceFrom: new Date(now - graceMs), idleUntil: new Date(now + idleMs) };
    return this.db.transact(territory, async (tx) => {
      const session = await this.repository.rotate(tx, token, next, times);
      return session ? { session, token: next } : this.older(tx, token, now);
    });
  }

  private async older(tx: AuthTx, token: RefreshToken, now: number) {
    const family = await this.repository.find(tx, token.sessionId);
    const judged = judgeOlder(family, token.generation, now);
    if (!family || judged === 'over') return undefined;
    const current = this.tokens.descendant(token, family.generation - token.generation);
    if (judged === 'grace' && current.hash === family.token_hash) return { session: family, token: current };
    const ids = { memberId: family.member_id, sessionId: family.session_id };
    if (await this.endings.end(tx, ids, 'refresh_replayed')) await this.outbox.publish(tx, auth.refreshReplayed, ids);
    return undefined;
  }
}

/** Where a refresh token becomes the next pair. */
@Injectable()
export class RefreshService {
  constructor(
    private readonly rotation: RefreshRotation,
    private readonly answers: SessionAnswers,
    private readonly keys: SigningKeys,
  ) {}

  /** New tokens for the one in the body (native) or in the cookie (browser). Throws `session_ended`. */
  async refresh(inBody: string | undefined, call: CallContext): Promise<SessionAnswer> {
    const text = inBody ?? refreshCookie(call.reply);
    // Before the token is used up: whoever repeats a call that then could not be answered would be taken for a thief after the grace time.
    if (text !== undefined) await this.keys.current(call.territory);
    const rotated = text === undefined ? undefined : await this.rotation.rotate(call.territory, text);
    if (!rotated) throw new Problem(auth.authErrors.session_ended);
    return this.answers.give(rotated.session, rotated.token.text, inBody === undefined ? 'browser' : 'native', call);
  }
}
