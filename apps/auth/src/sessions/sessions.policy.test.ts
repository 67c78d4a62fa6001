import { expect, it } from 'vitest';
import { graceMs, judgeOlder, type FamilyState } from './sessions.policy.ts';

const at = (ms: number) => new Date(ms);
const family = (changes: Partial<FamilyState> = {}): FamilyState => ({
  generation: 4, rotations: [at(100_000), at(110_000)], ended_at: null, idle_until: at(10 ** 9), absolute_until: at(10 ** 9), ...changes,
});

it('answers a token that was replaced within the grace time', () => {
  expect(judgeOlder(family(), 3, 110_000 + graceMs)).toBe('grace');
  expect(judgeOlder(family(), 2, 100_000 + graceMs)).toBe('grace');
});

it('takes an older one for a replay', () => {
  expect(judgeOlder(family(), 3, 110_001 + graceMs)).toBe('replayed');
  expect(judgeOlder(family(), 2, 100_001 + graceMs)).toBe('replayed');
  expect(judgeOlder(family(), 1, 100_001)).toBe('replayed');
});

it('says nothing new about a session that is over', () => {
  expect(judgeOlder(undefined, 1, 0)).toBe('over');
  expect(judgeOlder(family({ ended_at: at(1) }), 1, 100_000)).toBe('over');
  expect(judgeOlder(family({ idle_until: at(99_999) }), 3, 100_000)).toBe('over');
  expect(judgeOlder(family({ absolute_until: at(100_000) }), 3, 100_000)).toBe('over');
});

it('does not know a token of the future', () => {
  expect(judgeOlder(family(), 4, 110_000)).toBe('over');
  expect(judgeOlder(family(), 9, 110_000)).toBe('over');
});
