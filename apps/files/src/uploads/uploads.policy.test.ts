import { files, Problem } from '@unityplan/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionOf, isFinal, placeOfChunk, refusalOf, refuseTooMuch } from './uploads.policy.ts';

const codeOf = (work: () => unknown): string => {
  try {
    return String(work());
  } catch (error) {
    return error instanceof Problem ? error.contract.code : Promise.reject(error as Error) as never;
  }
};
const receiving = { state: 'receiving', received: 10, byte_length: 20 } as const;

describe('a chunk', () => {
  it.each<[string, Parameters<typeof placeOfChunk>, string]>([
    ['goes on', [receiving, 10, 10], 'append'],
    ['was here', [receiving, 0, 10], 'known'],
    ['overlaps', [receiving, 5, 10], 'known'],
    ['leaves a gap', [receiving, 11, 1], 'upload_gap'],
    ['is too long', [receiving, 10, 11], 'upload_overrun'],
    ['overlaps and is too long', [receiving, 5, 16], 'upload_overrun'],
    ['of a file that is ready', [{ ...receiving, state: 'ready', received: 20 }, 10, 10], 'known'],
    ['of a refused file', [{ ...receiving, state: 'refused' }, 10, 10], 'upload_closed'],
    ['of an erased file', [{ ...receiving, state: 'erased' }, 10, 10], 'file_gone'],
  ])('%s', (_, input, expected) => expect(codeOf(() => placeOfChunk(...input))).toBe(expected));
});

it('is completed when everything is here, once, and refused the same way again', () => {
  const none = { refusal: null };
  const refusal = { code: 'file_type_refused', params: { kind: 'ZIP' } };
  expect(codeOf(() => completionOf({ ...receiving, ...none }))).toBe('upload_incomplete');
  expect(codeOf(() => completionOf({ ...receiving, received: 20, ...none }))).toBe('complete');
  expect(codeOf(() => completionOf({ ...receiving, state: 'ready', ...none }))).toBe('done');
  expect(codeOf(() => completionOf({ ...receiving, state: 'erased', ...none }))).toBe('file_gone');
  expect(codeOf(() => completionOf({ ...receiving, received: 20, state: 'refused', refusal }))).toBe('file_type_refused');
  expect(refusalOf(refusal).params).toEqual({ kind: 'ZIP' });
});

it('knows what is in vain to try again', () => {
  expect(isFinal(new Problem(files.filesErrors.picture_damaged))).toBe(true);
  expect(isFinal(new Problem(files.filesErrors.picture_too_slow))).toBe(false);
});

it('counts small files too', () => {
  const megabyte = 1024 * 1024;
  expect(codeOf(() => refuseTooMuch(files.maxFileBytes + 1, 0, 200))).toBe('file_too_large');
  expect(codeOf(() => refuseTooMuch(megabyte, 199 * megabyte, 200))).toBe('undefined');
  expect(codeOf(() => refuseTooMuch(megabyte + 1, 199 * megabyte, 200))).toBe('file_quota_exceeded');
  expect(codeOf(() => refuseTooMuch(1, 200 * megabyte - 4095, 200))).toBe('file_quota_exceeded');
});

/** What a client may do with one chunk: any, at any place, again, or from where the server said. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('go on' as const), length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('somewhere' as const), offset: fc.nat(120), length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('again' as const) }),
);

it('keeps exactly the file, whatever is repeated, lost, overlapping or out of order', () => {
  const full = process.env['PROOF'] === 'full';
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(step, { maxLength: 60 }), (byteLength, steps) => {
      const source = Array.from({ length: byteLength }, (_, n) => (n * 7) & 255);
      let upload: { state: 'receiving'; received: number; byte_length: number } = { state: 'receiving', received: 0, byte_length: byteLength };
      let kept: number[] = [];
      let last: { offset: number; length: number } | undefined;
      for (const one of steps) {
        if (one.kind === 'again' && !last) continue;
        const chunk = one.kind === 'again' ? last! : { offset: one.kind === 'go on' ? upload.received : one.offset, length: one.length };
        last = chunk;
        const place = codeOf(() => placeOfChunk(upload, chunk.offset, chunk.length));
        if (place === 'append') {
          kept = [...kept, ...source.slice(chunk.offset, chunk.offset + chunk.length)];
          upload = { ...upload, received: chunk.offset + chunk.length };
        }
        // What was acknowledged is the beginning of the file, and never becomes less.
        expect(kept).toEqual(source.slice(0, upload.received));
        expect(['append', 'known', 'upload_gap', 'upload_overrun']).toContain(place);
        if (place === 'upload_gap') expect(chunk.offset).toBeGreaterThan(upload.received);
        if (place === 'upload_overrun') expect(chunk.offset + chunk.length).toBeGreaterThan(byteLength);
        expect(codeOf(() => completionOf({ ...upload, refusal: null }))).toBe(upload.received === byteLength ? 'complete' : 'upload_incomplete');
      }
    }), { numRuns: full ? 100_000 : 2_000 });
}, 300_000);
