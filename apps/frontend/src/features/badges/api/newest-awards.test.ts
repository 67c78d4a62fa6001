import { expect, it } from 'vitest';
import { isSoon, newestAwards, nextEnd } from './newest-awards.ts';

const award = (badge: string, state: string, at: string) => ({ badge: { badge }, state, at });

it('shows each badge once: a valid award before a newer one that was taken back', () => {
  const awards = [award('host', 'revoked', '3'), award('host', 'valid', '2'), award('voice', 'expired', '2'), award('host', 'valid', '1'), award('voice', 'expired', '1')];
  expect(newestAwards(awards).map((each) => `${each.badge.badge} ${each.at}`)).toEqual(['host 2', 'voice 2']);
});

it('knows when an end is near', () => {
  const now = Date.parse('2026-11-01T00:00:00Z');
  expect([isSoon('2026-11-20T00:00:00Z', now), isSoon('2027-11-20T00:00:00Z', now), isSoon(null, now)]).toEqual([true, false, false]);
});

it('knows which end comes next', () => {
  const at = (day: number) => `2026-11-${day}T00:00:00Z`;
  const awards = [{ state: 'valid', expiresAt: at(20) }, { state: 'valid', expiresAt: at(15) }, { state: 'revoked', expiresAt: at(12) }, { state: 'valid', expiresAt: null }, { state: 'valid', expiresAt: at(10) }];
  expect(nextEnd(awards, Date.parse(at(11)))).toBe(Date.parse(at(15)));
  expect(nextEnd(awards, Date.parse(at(21)))).toBeUndefined();
});
