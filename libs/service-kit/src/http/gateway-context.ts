import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';

/** The header in which the gateway tells services what it found out about a request. From outside it is dropped. */
export const contextHeader = 'x-up-context';
const maxAgeMs = 60_000;

/** Facts about a request that only the gateway may state. */
export interface GatewayContext {
  readonly territory: string;
  /** The caller's address, for limits and audit; never logged. */
  readonly ip: string;
  readonly routingEpoch: number;
}

/** Signs the facts with the pod's internal key, so that nobody but the gateway can name a territory. */
export function signContext(facts: GatewayContext, key: Buffer, now = Date.now()): string {
  const text = `${facts.territory}|${facts.ip}|${facts.routingEpoch}|${now}`;
  return `${text}|${mac(text, key)}`;
}

/** The facts of a signed header; undefined when it is missing, forged or older than a minute. */
export function openContext(header: string | undefined, key: Buffer, now = Date.now()): GatewayContext | undefined {
  const cut = header?.lastIndexOf('|') ?? -1;
  if (!header || cut < 0) return undefined;
  const text = header.slice(0, cut);
  const given = Buffer.from(header.slice(cut + 1));
  const expected = Buffer.from(mac(text, key));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [territory, ip, epoch, at] = text.split('|');
  if (Math.abs(now - Number(at)) > maxAgeMs) return undefined;
  return { territory: territory!, ip: ip!, routingEpoch: Number(epoch) };
}

// A key that is handed over as bytes costs six times the signature.
const prepared = new WeakMap<Buffer, KeyObject>();

function mac(text: string, key: Buffer): string {
  let secret = prepared.get(key);
  if (!secret) prepared.set(key, (secret = createSecretKey(key)));
  return createHmac('sha256', secret).update(text).digest('base64url');
}
