import { createPublicKey, hash, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import QuickLRU from 'quick-lru';
import { isTerritoryError, namesOf } from '@unityplan/territory';
import { z } from 'zod';
import type { Member } from './call-context.ts';

/** Lifetime of an access token, seconds (design §7). */
export const accessTokenSeconds = 900;

/** Claims of an access token (RFC 9068 shape; `territory` is the home that vouches for the member). */
const claims = z.object({ iss: z.string(), sub: z.uuid(), aud: z.string(), exp: z.int(), iat: z.int(), sid: z.uuid(), territory: z.string() });

/** How far the clock of whoever signs may run ahead of ours, seconds. */
const aheadSeconds = 60;

/** Finds the public key an issuer published under a key id; undefined when there is none. */
export type FindKey = (territory: string, kid: string) => Promise<KeyObject | undefined>;

export interface VerifiedToken extends Member {
  readonly territory: string;
}

/**
 * Verifies ES256 access tokens offline against published keys, and remembers good ones until they end (verification costs 112 µs).
 * The issuer is the one expected for the territory in the token, never a URL read from it.
 */
export class TokenVerifier {
  private readonly seen: QuickLRU<string, VerifiedToken>;
  private readonly findKey: FindKey;
  constructor(findKey: FindKey, options: { remember?: number } = {}) {
    this.findKey = findKey;
    this.seen = new QuickLRU({ maxSize: options.remember ?? 10_000 });
  }

  /** Undefined for anything that is not a valid token: forged, expired, made in the future, wrong type, algorithm or issuer. */
  async verify(token: string, now = Date.now()): Promise<VerifiedToken | undefined> {
    const key = hash('sha256', token, 'base64');
    const known = this.seen.get(key);
    if (known) {
      if (known.expiresAt * 1000 > now) return known;
      this.seen.delete(key);
      return undefined;
    }
    const verified = await this.check(token, now);
    if (verified) this.seen.set(key, verified);
    return verified;
  }

  /** Forgets every remembered token of a session. */
  forgetSession(sessionId: string): void {
    for (const [key, token] of this.seen) if (token.sessionId === sessionId) this.seen.delete(key);
  }

  private async check(token: string, now: number): Promise<VerifiedToken | undefined> {
    if (token.length > 4096) return undefined;
    try {
      const decoded = jwt.decode(token, { complete: true });
      if (!decoded || decoded.header.alg !== 'ES256' || decoded.header.typ !== 'at+jwt' || !decoded.header.kid) return undefined;
      const claimed = claims.parse(decoded.payload);
      if (claimed.iat > now / 1000 + aheadSeconds) return undefined;
      const publicKey = await this.findKey(claimed.territory, decoded.header.kid);
      if (!publicKey) return undefined;
      jwt.verify(token, publicKey, {
        algorithms: ['ES256'],
        issuer: namesOf(claimed.territory).issuer,
        audience: namesOf(claimed.territory).issuer,
        clockTimestamp: Math.floor(now / 1000),
      });
      return { memberId: claimed.sub, sessionId: claimed.sid, territory: claimed.territory, expiresAt: claimed.exp };
    } catch (error) {
      if (error instanceof jwt.JsonWebTokenError || error instanceof z.ZodError || error instanceof SyntaxError || isTerritoryError(error, 'TERRITORY_ID_INVALID')) return undefined;
      throw error;
    }
  }
}

/** Signs an access token; used by the auth service alone. */
export function signAccessToken(
  subject: { memberId: string; sessionId: string; territory: string },
  key: { kid: string; privateKey: KeyObject },
  now = Date.now(),
): { token: string; expiresAt: Date } {
  const issuer = namesOf(subject.territory).issuer;
  const iat = Math.floor(now / 1000);
  const token = jwt.sign({ sid: subject.sessionId, territory: subject.territory, iat, exp: iat + accessTokenSeconds }, key.privateKey, {
    algorithm: 'ES256',
    keyid: key.kid,
    subject: subject.memberId,
    issuer,
    audience: issuer,
    header: { alg: 'ES256', typ: 'at+jwt', kid: key.kid },
  });
  return { token, expiresAt: new Date((iat + accessTokenSeconds) * 1000) };
}

/** Reads a public key in JWK form (RFC 7517). */
export function publicKeyOf(jwk: Record<string, unknown>): KeyObject {
  return createPublicKey({ key: jwk, format: 'jwk' });
}
