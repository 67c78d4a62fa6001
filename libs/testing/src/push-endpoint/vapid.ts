import { createPublicKey, verify } from 'node:crypto';

/** What a sender says about itself (RFC 8292). */
export interface VapidClaims {
  readonly aud: string;
  readonly exp: number;
  readonly sub: string;
}

/** Why an Authorization header is refused, in words. */
export class VapidFault extends Error {
  override readonly name = 'VapidFault';
}

const day = 24 * 3600;

/**
 * Reads and checks `vapid t=<JWT>, k=<key>`: ES256, made by the key the subscription was made for, for this origin, neither
 * expired nor longer than a day, and with a contact. `now` is in seconds. Throws VapidFault.
 */
export function checkVapid(header: string | undefined, expected: { origin: string; key: string | undefined; now: number }): VapidClaims {
  const found = /^vapid\s+(.*)$/i.exec(header ?? '')?.[1];
  const parameters = new Map((found ?? '').split(',').map((part) => part.trim().split(/=(.*)/s, 2) as [string, string]));
  const [token, key] = [parameters.get('t'), parameters.get('k')];
  if (!token || !key) throw new VapidFault('no vapid t and k');
  if (expected.key !== undefined && key !== expected.key) throw new VapidFault('signed by another key than the subscription was made for');
  const [head, body, signature] = token.split('.');
  if (!head || !body || !signature) throw new VapidFault('t is no JWT');
  if ((read(head) as { alg?: string }).alg !== 'ES256') throw new VapidFault('not ES256');
  if (!verify('sha256', Buffer.from(`${head}.${body}`), { key: publicKey(key), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))) throw new VapidFault('the signature is wrong');
  const claims = read(body) as Partial<VapidClaims>;
  if (claims.aud !== expected.origin) throw new VapidFault(`aud is ${String(claims.aud)}, not ${expected.origin}`);
  if (typeof claims.exp !== 'number' || claims.exp <= expected.now) throw new VapidFault('expired');
  if (claims.exp > expected.now + day) throw new VapidFault('valid for more than a day');
  if (typeof claims.sub !== 'string' || !/^(mailto:\S+@\S+|https:\/\/\S+)$/.test(claims.sub)) throw new VapidFault('sub is no contact');
  return claims as VapidClaims;
}

function read(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    throw new VapidFault('t is no JWT');
  }
}

function publicKey(k: string) {
  const point = Buffer.from(k, 'base64url');
  if (point.length !== 65 || point[0] !== 4) throw new VapidFault('k is not an uncompressed P-256 point');
  try {
    return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } });
  } catch {
    throw new VapidFault('k is no point of the curve');
  }
}
