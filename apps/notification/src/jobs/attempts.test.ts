import { expect, it } from 'vitest';
import { mostAttempts, nextAttempt } from './attempts.ts';

it('waits longer each time, for two days in all', () => {
  const waits = Array.from({ length: mostAttempts - 1 }, (_, i) => nextAttempt(0, i + 1).getTime());
  expect(waits.slice(0, 3)).toEqual([30_000, 120_000, 600_000]);
  expect(waits.every((wait, i) => i === 0 || wait >= waits[i - 1]!)).toBe(true);
  expect(waits.reduce((a, b) => a + b) / 3_600_000).toBeGreaterThan(36);
});

it('waits as long as it is asked to, within a day', () => {
  expect(nextAttempt(0, 1, 90_000).getTime()).toBe(90_000);
  expect(nextAttempt(0, 1, 5_000).getTime()).toBe(30_000);
  expect(nextAttempt(0, 1, 1e12).getTime()).toBe(86_400_000);
});
