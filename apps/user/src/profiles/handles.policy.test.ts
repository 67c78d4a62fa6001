import { handle } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { isReserved, randomHandle } from './handles.policy.ts';

it('makes handles that anyone may have', () => {
  const made = Array.from({ length: 200 }, randomHandle);
  for (const one of made) {
    expect(handle.parse(one)).toBe(one);
    expect(isReserved(one)).toBe(false);
  }
  expect(new Set(made).size).toBeGreaterThan(195);
});

it('keeps names of the platform', () => {
  expect(['admin', 'everyone', 'unityplan'].map(isReserved)).toEqual([true, true, true]);
  expect(isReserved('freja')).toBe(false);
});
