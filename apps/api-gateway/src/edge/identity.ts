import type { IncomingHttpHeaders } from 'node:http';
import { commonErrors, Problem } from '@unityplan/contracts';
import type { TokenVerifier, VerifiedToken } from '@unityplan/service-kit';
import { cookieOf } from './headers.ts';
import type { RevokedSessions } from './revoked-sessions.ts';

/** A caller whose token holds, and the token to hand on. */
export interface Identity extends VerifiedToken {
  readonly token: string;
}

/** Who calls, by the token of the Authorization header or else of the cookie. Anything that does not hold is a guest. */
export class Identities {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly revoked: RevokedSessions,
  ) {}

  /** Throws territory_mismatch when the token is good, but another territory's. */
  async of(headers: IncomingHttpHeaders, territory: string): Promise<Identity | undefined> {
    const token = headers.authorization?.startsWith('Bearer ') ? headers.authorization.slice(7) : cookieOf(headers.cookie, '__Host-access');
    if (!token) return undefined;
    const verified = await this.verifier.verify(token);
    if (!verified || this.revoked.has(verified.sessionId)) return undefined;
    if (verified.territory !== territory) throw new Problem(commonErrors.territory_mismatch, { home: verified.territory, territory });
    return { ...verified, token };
  }

  /** From now on no token of this session passes. */
  endSession(sessionId: string): void {
    this.revoked.add(sessionId);
    this.verifier.forgetSession(sessionId);
  }
}
