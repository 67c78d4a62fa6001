import { expect, it } from 'vitest';
import { median, percentile, short, spread } from './figures.ts';

it('takes percentiles by nearest rank', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([0.5, 0.99, 1, 0].map((share) => percentile(values, share))).toEqual([50, 99, 100, 1]);
  expect(percentile([7], 0.99)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

it('takes the median of an odd and an even number of rounds', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([])).toBeNaN();
});

it('leaves the values as they were', () => {
  const values = [3, 1, 2];
  expect(spread(values)).toEqual({ median: 2, low: 1, high: 3 });
  expect(values).toEqual([3, 1, 2]);
});

it.each([[1234.5, '1235'], [12.34, '12.3'], [1.234, '1.23'], [0.01234, '0.012'], [Number.NaN, '–']])('writes %d as %s', (value, text) => {
  expect(short(value)).toBe(text);
});
