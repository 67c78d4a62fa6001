import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

/** Plain bytes per segment; a range is read by the segments it touches. */
export const segmentBytes = 64 * 1024;
const nonceBytes = 12;
const tagBytes = 16;
const extra = nonceBytes + tagBytes;

/** What sealed bytes are: which part of which file, and how long they are in clear. All of it is authenticated. */
export interface SealedPart {
  readonly fileId: string;
  /** A stored size, or a chunk on its way. */
  readonly part: string;
  readonly length: number;
}

/** A segment was changed, moved, cut off, or sealed under another key or for another part. */
export class SegmentBroken extends Error {
  override readonly name = 'SegmentBroken';
}

/** Length of the ciphertext of so many bytes. */
export function sealedLength(length: number): number {
  return length + Math.ceil(length / segmentBytes) * extra;
}

/** Encrypts (AES-256-GCM) segment by segment, each with its own random nonce and bound to its place: nonce, ciphertext, tag. */
export function sealSegments(key: KeyObject, plain: Uint8Array, of: Omit<SealedPart, 'length'>): Buffer {
  const whole: SealedPart = { ...of, length: plain.byteLength };
  const out: Buffer[] = [];
  for (let index = 0; index * segmentBytes < plain.byteLength; index++) {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(placeOf(whole, index));
    out.push(nonce, cipher.update(plain.subarray(index * segmentBytes, (index + 1) * segmentBytes)), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(out);
}

/** Bytes `start` to `end` (not included) in clear. `read` gives that part of the ciphertext. Throws SegmentBroken before giving a wrong byte. */
export async function* openRange(
  key: KeyObject, of: SealedPart, range: { start: number; end: number }, read: (part: { offset: number; length: number }) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const start = Math.max(0, range.start);
  const end = Math.min(range.end, of.length);
  if (start >= end) return;
  const first = Math.floor(start / segmentBytes);
  const last = Math.floor((end - 1) / segmentBytes);
  const offset = first * (segmentBytes + extra);
  const length = sealedLength(Math.min((last + 1) * segmentBytes, of.length)) - offset;
  let index = first;
  for await (const sealed of inSegments(read({ offset, length }), length)) {
    const plain = openSegment(key, of, index, sealed);
    const at = index * segmentBytes;
    yield plain.subarray(Math.max(0, start - at), Math.min(plain.byteLength, end - at));
    index++;
  }
}

/** Everything in clear. Throws SegmentBroken. */
export async function openSegments(key: KeyObject, of: SealedPart, sealed: Uint8Array): Promise<Buffer> {
  if (sealed.byteLength !== sealedLength(of.length)) throw new SegmentBroken('the ciphertext has another length');
  const parts: Buffer[] = [];
  const read = async function* ({ offset, length }: { offset: number; length: number }) {
    yield sealed.subarray(offset, offset + length);
  };
  for await (const part of openRange(key, of, { start: 0, end: of.length }, read)) parts.push(part);
  return Buffer.concat(parts);
}

function openSegment(key: KeyObject, of: SealedPart, index: number, sealed: Buffer): Buffer {
  const expected = Math.min(segmentBytes, of.length - index * segmentBytes) + extra;
  if (sealed.byteLength !== expected) throw new SegmentBroken('a segment is cut off');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(placeOf(of, index)).setAuthTag(sealed.subarray(sealed.byteLength - tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.byteLength - tagBytes)), decipher.final()]);
  } catch (error) {
    throw new SegmentBroken('a segment cannot be opened', { cause: error });
  }
}

/** Regroups a stream of `total` bytes into segments; the last one may be shorter. */
async function* inSegments(stream: AsyncIterable<Uint8Array>, total: number): AsyncGenerator<Buffer> {
  const size = segmentBytes + extra;
  let held: Uint8Array[] = [];
  let bytes = 0;
  let seen = 0;
  for await (const piece of stream) {
    held.push(piece);
    bytes += piece.byteLength;
    seen += piece.byteLength;
    if (bytes < size) continue;
    const joined = Buffer.concat(held);
    let at = 0;
    for (; joined.byteLength - at >= size; at += size) yield joined.subarray(at, at + size);
    held = [joined.subarray(at)];
    bytes = joined.byteLength - at;
  }
  if (seen !== total) throw new SegmentBroken('the ciphertext is cut off');
  if (bytes > 0) yield Buffer.concat(held);
}

/** Each part with its length in front, so that no two places give the same bytes. */
function placeOf({ fileId, part, length }: SealedPart, index: number): Buffer {
  const texts = ['unityplan file segment 1', fileId, part].flatMap((text) => {
    const bytes = Buffer.from(text, 'utf8');
    const head = Buffer.alloc(4);
    head.writeUInt32BE(bytes.length);
    return [head, bytes];
  });
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(index, 0);
  numbers.writeUInt32BE(length, 4);
  return Buffer.concat([...texts, numbers]);
}
