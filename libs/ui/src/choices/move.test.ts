import { expect, it } from 'vitest';
import { moved } from './move.ts';

it('moves one item and keeps all others in order', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
});

it('leaves a list as it is when there is nowhere to go', () => {
  for (const [from, to] of [[0, 0], [0, -1], [1, 2], [-1, 0]] as const) expect(moved(['a', 'b'], from, to)).toEqual(['a', 'b']);
});
