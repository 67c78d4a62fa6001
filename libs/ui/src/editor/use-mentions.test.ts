import { expect, it } from 'vitest';
import { offerFor } from './use-mentions.ts';

const anna = { id: '1', handle: 'anna', name: 'Anna' };

it('offers for a new @ nobody of an earlier one', () => {
  const first = { ...offerFor(3), people: [anna], chosen: 1 };
  expect(offerFor(3, first)).toBe(first);
  expect(offerFor(20, first)).toMatchObject({ people: [], chosen: 0 });
});

it('offers again at a place where an earlier @ was closed and taken away', () => {
  const closed = { ...offerFor(3), closed: true };
  expect(offerFor(3, closed).closed).toBe(true);
  expect(offerFor(3, offerFor(undefined, closed)).closed).toBe(false);
});
