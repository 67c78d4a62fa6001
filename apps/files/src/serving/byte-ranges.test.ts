import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasTag, rangeOf } from './byte-ranges.ts';

it.each<[string | undefined, ReturnType<typeof rangeOf>]>([
  ['bytes=0-3', { start: 0, end: 4 }],
  ['bytes=5-', { start: 5, end: 10 }],
  ['bytes=-3', { start: 7, end: 10 }],
  ['bytes=-30', { start: 0, end: 10 }],
  ['bytes=8-100', { start: 8, end: 10 }],
  ['bytes=9-9', { start: 9, end: 10 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=3-1', undefined],
  ['bytes=0-1,3-4', undefined],
  ['items=0-1', undefined],
  ['bytes=-', undefined],
  ['bytes=a-b', undefined],
  [undefined, undefined],
])('%s of 10 bytes', (header, expected) => {
  expect(rangeOf(header, 10)).toEqual(expected);
});

it('never leaves what there is', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`)), fc.integer({ min: 1, max: 1000 }), (header, length) => {
    const range = rangeOf(header, length);
    if (typeof range !== 'object') return;
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeLessThanOrEqual(length);
    expect(range.start).toBeLessThan(range.end);
  }));
});

it('finds its tag among others', () => {
  expect([hasTag('"a", W/"b"', '"b"'), hasTag('*', '"b"'), hasTag('"c"', '"b"'), hasTag(undefined, '"b"')]).toEqual([true, true, false, false]);
});
