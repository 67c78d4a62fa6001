import { Inject, Injectable } from '@nestjs/common';
import type { auth, RouteAnswer } from '@unityplan/contracts';
import { CLOCK, signAccessToken, type CallContext, type Clock } from '@unityplan/service-kit';
import type { SessionRow } from '../db/sessions.table.ts';
import { SigningKeys } from '../keys/signing-keys.service.ts';
import { setSessionCookies } from './cookies.ts';

export type SessionAnswer = RouteAnswer<typeof auth.signIn>;

/** Hands the tokens of a session out: to a browser as cookies that no script can read, to a native client in the body. */
@Injectable()
export class SessionAnswers {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keys: SigningKeys,
  ) {}

  async give(session: Pick<SessionRow, 'session_id' | 'member_id'>, refreshToken: string, to: SessionRow['client'], call: CallContext): Promise<SessionAnswer> {
    const subject = { memberId: session.member_id, sessionId: session.session_id };
    const { token, expiresAt } = signAccessToken({ ...subject, territory: call.territory }, await this.keys.current(call.territory), this.clock());
    const answer = { ...subject, expiresAt: expiresAt.toISOString() };
    void call.reply.header('cache-control', 'no-store');
    if (to === 'native') return { ...answer, accessToken: token, refreshToken };
    setSessionCookies(call.reply, { accessToken: token, refreshToken });
    return answer;
  }
}
