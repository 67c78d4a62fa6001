import { expect, it } from 'vitest';
import { seeded, seededBelow } from './random.ts';

const many = <T>(next: () => T): T[] => Array.from({ length: 2_000 }, next);

it('chooses the same for the same seed, and otherwise for another', () => {
  expect(many(seeded(7))).toEqual(many(seeded(7)));
  expect(many(seeded(7))).not.toEqual(many(seeded(8)));
});

it('stays in its bounds, and leaves nothing out', () => {
  expect(many(seeded(20261121)).every((one) => one >= 0 && one < 1)).toBe(true);
  const below = seededBelow(20261121);
  expect([...new Set(many(() => below(5)))].sort()).toEqual([0, 1, 2, 3, 4]);
});
