import { expect, it } from 'vitest';
import { isSoon, newestAwards } from './newest-awards.ts';

const award = (badge: string, state: string, at: string) => ({ badge: { badge }, state, at });

it('shows each badge once: a valid award before a newer one that was taken back', () => {
  const awards = [award('host', 'revoked', '3'), award('host', 'valid', '2'), award('voice', 'expired', '2'), award('host', 'valid', '1'), award('voice', 'expired', '1')];
  expect(newestAwards(awards).map((each) => `${each.badge.badge} ${each.at}`)).toEqual(['host 2', 'voice 2']);
});

it('knows when an end is near', () => {
  const now = Date.parse('2026-11-01T00:00:00Z');
  expect([isSoon('2026-11-20T00:00:00Z', now), isSoon('2027-11-20T00:00:00Z', now), isSoon(null, now)]).toEqual([true, false, false]);
});
