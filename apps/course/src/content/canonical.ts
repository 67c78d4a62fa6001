import { createHash } from 'node:crypto';
import canonicalizeJson from 'canonicalize';
import { CID } from 'multiformats/cid';
import { create as digestOf } from 'multiformats/hashes/digest';

/** Code of JSON and of SHA-256 in the multiformats table. */
const jsonCode = 0x0200;
const sha256Code = 0x12;

/** JSON that is the same for the same content, whatever order its fields came in (RFC 8785). */
export function canonical(value: unknown): string {
  return canonicalizeJson(value)!;
}

export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  return hashOf(parts).toString('hex');
}

/** The name that follows from the bytes themselves: CIDv1, JSON, SHA-256, in base 32. */
export function cidOf(text: string): string {
  return CID.createV1(jsonCode, digestOf(sha256Code, hashOf([text]))).toString();
}

function hashOf(parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
