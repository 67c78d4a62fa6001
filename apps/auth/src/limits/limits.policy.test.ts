import fc from 'fast-check';
import { expect, it } from 'vitest';
import { counted, limits, pauseLeft, type Bucket, type Limit } from './limits.policy.ts';

const fresh: Bucket = { level: 0, lastAt: 0, pausedUntil: null };
const limit: Limit = { free: 3, leakMs: 10_000, baseMs: 1000, capMs: 8000 };
const after = (times: number[], rule: Limit = limit) => times.reduce((bucket, now) => counted(rule, bucket, now), fresh);

it('lets the first attempts pass, then doubles the pause up to the cap', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((n) => pauseLeft(after(Array<number>(n).fill(0)), 0))).toEqual([0, 0, 1000, 2000, 4000, 8000, 8000]);
});

it('forgets with time', () => {
  const tired = after([0, 0, 0, 0]);
  expect(pauseLeft(counted(limit, tired, 60_000), 60_000)).toBe(0);
});

it('never pauses longer than its cap, whatever happened before', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(limits)), fc.array(fc.nat(600_000), { maxLength: 200 }), (rule, gaps) => {
      let now = 0;
      let bucket = fresh;
      for (const gap of gaps) {
        now += gap;
        bucket = counted(rule, bucket, now);
        expect(pauseLeft(bucket, now)).toBeLessThanOrEqual(rule.capMs);
      }
      expect(pauseLeft(bucket, now + rule.capMs)).toBe(0);
    }),
  );
});
