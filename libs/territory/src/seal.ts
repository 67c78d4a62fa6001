/**
 * AES-256-GCM of short texts. A sealed value is base64url of: format (1 byte, 1) · key version (1) · nonce (12) · ciphertext · tag (16).
 * The format byte and key version are authenticated too.
 */
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { TerritoryError } from './errors.ts';

/** A 32-byte key and its version (1-255). A KeyObject never shows its bytes in a log. */
export interface SealKey {
  readonly key: KeyObject;
  readonly version: number;
}

/** What a sealed value belongs to. The same context opens it; any other is refused. */
export interface SealContext {
  territory: string;
  memberId: string;
  /** Table and column, or the use of a key: `user.email`, `member-key`. */
  purpose: string;
}

const FORMAT = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 2 + NONCE;

/** Encrypts a text for one context. */
export function sealText(key: SealKey, plaintext: string, context: SealContext): string {
  return sealBytes(key, Buffer.from(plaintext, 'utf8'), context);
}

/** Decrypts what sealText made. Throws SEAL_BROKEN, without saying why, on any other key, context or byte. */
export function openText(key: SealKey, sealed: string, context: SealContext): string {
  return openBytes(key, sealed, context).toString('utf8');
}

/** The key version that a sealed value names, to choose the key that opens it. Throws SEAL_BROKEN. */
export function sealedVersion(sealed: string): number {
  const bytes = decode(sealed);
  return bytes[1]!;
}

/** Like sealText, for bytes. */
export function sealBytes({ key, version }: SealKey, plaintext: Uint8Array, context: SealContext): string {
  const head = Buffer.from([FORMAT, version]);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(associated(head, context));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([head, nonce, body, cipher.getAuthTag()]).toString('base64url');
}

/** Like openText, for bytes. */
export function openBytes({ key, version }: SealKey, sealed: string, context: SealContext): Buffer {
  const bytes = decode(sealed);
  if (bytes[1] !== version) throw broken();
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(2, HEAD), { authTagLength: TAG });
    decipher.setAAD(associated(bytes.subarray(0, 2), context)).setAuthTag(bytes.subarray(bytes.length - TAG));
    return Buffer.concat([decipher.update(bytes.subarray(HEAD, bytes.length - TAG)), decipher.final()]);
  } catch {
    throw broken();
  }
}

function decode(sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < HEAD + TAG || bytes[0] !== FORMAT || bytes.toString('base64url') !== sealed) throw broken();
  return bytes;
}

/** Each part with its length in front, so that no two contexts give the same bytes. */
function associated(head: Uint8Array, { territory, memberId, purpose }: SealContext): Buffer {
  const parts = [territory, memberId, purpose].flatMap((part) => {
    const bytes = Buffer.from(part, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  return Buffer.concat([head, ...parts]);
}

const broken = (): TerritoryError => new TerritoryError('SEAL_BROKEN', 'This value cannot be opened with this key in this context.');
