import { createDecipheriv, hkdfSync, type ECDH } from 'node:crypto';

/** What a message does not keep of RFC 8291 (with RFC 8188), in words. */
export class EncryptionFault extends Error {
  override readonly name = 'EncryptionFault';
}

/** A browser's side of a subscription. */
export interface BrowserKeys {
  readonly ecdh: ECDH;
  readonly auth: Buffer;
}

const tagBytes = 16;

/** Decrypts the one record of a push message as a browser does (RFC 8291 §3.4, RFC 8188 §2). Throws EncryptionFault. */
export function decryptPush(body: Buffer, { ecdh, auth }: BrowserKeys): string {
  if (body.length < 21) throw new EncryptionFault('shorter than its header');
  const salt = body.subarray(0, 16);
  const recordSize = body.readUInt32BE(16);
  const idLength = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + idLength);
  const record = body.subarray(21 + idLength);
  if (idLength !== 65 || senderKey[0] !== 4) throw new EncryptionFault('keyid is not an uncompressed P-256 point');
  if (recordSize < tagBytes + 2 || record.length > recordSize) throw new EncryptionFault('more than one record');
  if (record.length < tagBytes + 1) throw new EncryptionFault('the record is too short');
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), senderKey]);
  const keyMaterial = hkdf(secretOf(ecdh, senderKey), auth, info, 32);
  const key = hkdf(keyMaterial, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = hkdf(keyMaterial, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  return unpad(open(record, key, nonce)).toString('utf8');
}

function secretOf(ecdh: ECDH, senderKey: Buffer): Buffer {
  try {
    return ecdh.computeSecret(senderKey);
  } catch {
    throw new EncryptionFault('keyid is no point of the curve');
  }
}

function open(record: Buffer, key: Buffer, nonce: Buffer): Buffer {
  const decipher = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: tagBytes }).setAuthTag(record.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(record.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    throw new EncryptionFault('it cannot be decrypted with the keys of the subscription');
  }
}

/** The last record ends with 2 and zeros. */
function unpad(padded: Buffer): Buffer {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (padded[end] !== 2) throw new EncryptionFault('the padding delimiter of the last record is missing');
  return padded.subarray(0, end);
}

function hkdf(secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, bytes));
}
