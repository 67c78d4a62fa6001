import type { IncomingHttpHeaders } from 'node:http';
import { wrongTerritory, type TokenVerifier, type VerifiedToken } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import QuickLRU from 'quick-lru';
import { cookieOf } from './headers.ts';
import type { RevokedSessions } from './revoked-sessions.ts';

/** A caller whose token holds, and the token to hand on. */
export interface Identity extends VerifiedToken {
  readonly token: string;
}

const mostKnown = 5_000;

/** Who calls, by the token of the Authorization header or else of the cookie. Anything that does not hold is a guest. */
export class Identities {
  /** By token, as it was shown: whoever calls often is looked up and not verified again. */
  private readonly known = new QuickLRU<string, Identity>({ maxSize: mostKnown });
  /** Asked before the first token of a territory in a while is believed; set by who knows what ended there. */
  beforeFirst: (territory: string) => Promise<void> | void = () => undefined;
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly revoked: RevokedSessions,
    private readonly registry: Pick<TerritoryRegistry, 'get'>,
  ) {}

  /** Throws territory_mismatch when the token is good, but another territory's. At once for a token that is known. */
  of(headers: IncomingHttpHeaders, territory: string): Identity | undefined | Promise<Identity | undefined> {
    const token = headers.authorization?.startsWith('Bearer ') ? headers.authorization.slice(7) : cookieOf(headers.cookie, '__Host-access');
    if (!token) return undefined;
    const known = this.known.get(token);
    return known && known.expiresAt * 1000 > Date.now() ? this.admitted(known, territory) : this.verified(token, territory);
  }

  /** From now on no token of this session passes. */
  endSession(sessionId: string): void {
    this.revoked.add(sessionId);
    this.verifier.forgetSession(sessionId);
  }

  private async verified(token: string, territory: string): Promise<Identity | undefined> {
    this.known.delete(token);
    const verified = await this.verifier.verify(token);
    if (!verified) return undefined;
    await this.beforeFirst(verified.territory);
    const identity = { ...verified, token };
    this.known.set(token, identity);
    return this.admitted(identity, territory);
  }

  private admitted(identity: Identity, territory: string): Identity | undefined {
    if (this.revoked.has(identity.sessionId)) return undefined;
    if (identity.territory !== territory) throw wrongTerritory(identity.territory, territory, this.registry);
    return identity;
  }
}
