import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openRange, openSegments, SegmentBroken, sealedLength, sealSegments, segmentBytes, type SealedPart } from './segments.ts';

const key = createSecretKey(randomBytes(32));
const of = { fileId: 'f1', part: 'large' };
const full = process.env['PROOF'] === 'full';
const runs = { numRuns: full ? 5_000 : 60 };

// Lengths around the borders of segments, where mistakes live.
const length = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -2, max: 2 })).map(([n, off]) => Math.max(0, n * segmentBytes + off)), fc.integer({ min: 0, max: 4 * segmentBytes }));
const contentOf = (bytes: number, seed: number): Buffer => {
  const out = Buffer.alloc(bytes);
  for (let n = 0; n < bytes; n++) out[n] = (n * 31 + seed + (n >>> 8)) & 255;
  return out;
};
/** A store that hands the ciphertext out in pieces of odd lengths. */
const inPieces = (sealed: Buffer, piece: number) =>
  async function* ({ offset, length: wanted }: { offset: number; length: number }) {
    for (let at = offset; at < offset + wanted; at += piece) yield sealed.subarray(at, Math.min(at + piece, offset + wanted));
  };
async function read(part: SealedPart, sealed: Buffer, range: { start: number; end: number }, piece = 10_007): Promise<Buffer> {
  const got: Buffer[] = [];
  for await (const bytes of openRange(key, part, range, inPieces(sealed, piece))) got.push(bytes);
  return Buffer.concat(got);
}

it('opens any range of any length, from pieces of any length', async () => {
  await fc.assert(
    fc.asyncProperty(length, fc.nat(255), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 150_000 }), async (bytes, seed, a, b, piece) => {
      const plain = contentOf(bytes, seed);
      const sealed = sealSegments(key, plain, of);
      expect(sealed.byteLength).toBe(sealedLength(bytes));
      const [start, end] = [a % (bytes + 2), b % (bytes + 2)].sort((x, y) => x - y) as [number, number];
      const part = { ...of, length: bytes };
      expect((await read(part, sealed, { start, end }, Math.max(piece, Math.ceil(sealed.byteLength / 200)))).equals(plain.subarray(start, end))).toBe(true);
      expect((await openSegments(key, part, sealed)).equals(plain)).toBe(true);
    }), runs);
}, full ? 600_000 : 30_000);

it('gives no byte of what was changed, moved, repeated or cut', async () => {
  const harm = fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat(7) }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), bit: fc.constant(0) }),
    fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), bit: fc.constant(0) }),
    fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), bit: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: segmentBytes + 1, max: 3 * segmentBytes }), harm, async (bytes, { kind, at, bit }) => {
      const plain = contentOf(bytes, 1);
      const whole = sealSegments(key, plain, of);
      const size = sealedLength(segmentBytes);
      const place = at % whole.byteLength;
      const flipped = Buffer.from(whole);
      flipped[place]! ^= 1 << bit;
      const [first, second, rest] = [whole.subarray(0, size), whole.subarray(size, 2 * size), whole.subarray(2 * size)];
      const harmed = {
        flip: flipped, cut: whole.subarray(0, place), swap: Buffer.concat([second, first, rest]), repeat: Buffer.concat([first, first, whole.subarray(size)]),
      }[kind];
      await expect(openSegments(key, { ...of, length: bytes }, harmed)).rejects.toThrow(SegmentBroken);
      // By range, whatever is given before the harm is noticed is right.
      const got: Buffer[] = [];
      try {
        for await (const part of openRange(key, { ...of, length: bytes }, { start: 0, end: bytes }, inPieces(harmed, 10_007))) got.push(part);
      } catch (error) {
        expect(error).toBeInstanceOf(SegmentBroken);
      }
      const seen = Buffer.concat(got);
      expect(seen.equals(plain.subarray(0, seen.byteLength))).toBe(true);
    }), runs);
}, full ? 600_000 : 30_000);

it('opens nothing under another key, for another file, size or length', async () => {
  const plain = contentOf(100, 3);
  const sealed = sealSegments(key, plain, of);
  const part = { ...of, length: 100 };
  await expect(openSegments(createSecretKey(randomBytes(32)), part, sealed)).rejects.toThrow(SegmentBroken);
  for (const other of [{ fileId: 'f2' }, { part: 'small' }, { fileId: 'f', part: '1large' }, { length: 99 }, { length: 101 }]) await expect(openSegments(key, { ...part, ...other }, sealed)).rejects.toThrow(SegmentBroken);
  // Cut where one segment ends, and said to be that short.
  const two = sealSegments(key, contentOf(2 * segmentBytes, 4), of);
  await expect(openSegments(key, { ...of, length: segmentBytes }, two.subarray(0, sealedLength(segmentBytes)))).rejects.toThrow(SegmentBroken);
  expect((await openSegments(key, part, sealed)).equals(plain)).toBe(true);
});

it('seals the same bytes differently every time, and shows none of them', () => {
  const plain = Buffer.from('a canary that sings '.repeat(10_000));
  const [one, two] = [sealSegments(key, plain, of), sealSegments(key, plain, of)];
  expect(one.equals(two)).toBe(false);
  expect(one.includes('canary')).toBe(false);
});
