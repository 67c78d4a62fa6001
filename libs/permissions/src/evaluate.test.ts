import type { Gate } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { findCycle } from './obtainable.ts';
import { sayMissing, sayWay } from './sentences.ts';
import { testPlaces } from './testing-places.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const held = (badge: string, rest: Partial<{ level: number; territory: string; expiresAt: string | null }> = {}) =>
  ({ badge, level: 1, territory: 'DK', awardedAt: '2026-01-01T00:00:00.000Z', expiresAt: null, ...rest });
const ask = (gate: Gate, holdings: ReturnType<typeof held>[], place = 'DK', signedIn = true) => evaluate(gate, { signedIn, holdings }, { place, places: testPlaces, now });
const host: Gate = { rule: 'badge', badge: 'host' };

it.each<[string, Gate, ReturnType<typeof held>[], string, string]>([
  ['a badge of the right kind opens', host, [held('host')], 'DK', 'open'],
  ['none does not', host, [], 'DK', 'missing'],
  ['another does not', host, [held('guest')], 'DK', 'missing'],
  ['learned in a community counts in the whole country', host, [held('host', { territory: 'DK-COPENHAGEN' })], 'DK', 'open'],
  ['a role of a community does not reach up', { ...host, from: 'above' }, [held('host', { territory: 'DK-COPENHAGEN' })], 'DK', 'elsewhere'],
  ['a role of a country reaches down', { ...host, from: 'above' }, [held('host')], 'DK-COPENHAGEN', 'open'],
  ['a named territory is asked for', { ...host, from: 'DK-COPENHAGEN' }, [held('host', { territory: 'DK-AARHUS' })], 'DK', 'elsewhere'],
  ['no authority crosses a sovereign', host, [held('host', { territory: 'CA' })], 'HAIDA-FN-CA', 'elsewhere'],
  ['nor the other way', host, [held('host', { territory: 'HAIDA-FN-CA' })], 'CA', 'elsewhere'],
  ['an unknown territory has none', host, [held('host', { territory: 'XX' })], 'DK', 'elsewhere'],
  ['expired a moment ago is expired', host, [held('host', { expiresAt: '2026-06-01T00:00:00.000Z' })], 'DK', 'expired'],
  ['and counts where that is allowed', { ...host, evenExpired: true }, [held('host', { expiresAt: '2026-05-01T00:00:00.000Z' })], 'DK', 'open'],
  ['the level must be reached', { ...host, level: 2 }, [held('host')], 'DK', 'level_too_low'],
  ['the nearest reason is given', host, [held('host', { territory: 'CA' }), held('host', { expiresAt: '2026-05-01T00:00:00.000Z' })], 'DK', 'expired'],
])('%s', (_name, gate, holdings, place, outcome) => {
  const verdict = ask(gate, holdings, place);
  expect(verdict.allowed ? 'open' : verdict.lacks[0]?.reason).toBe(outcome);
});

it('a guest holds nothing, whatever is claimed', () => expect(ask(host, [held('host')], 'DK', false).allowed).toBe(false));

it('combines, and says until when', () => {
  const soon = held('host', { expiresAt: '2026-07-01T00:00:00.000Z' });
  const late = held('voice', { expiresAt: '2026-09-01T00:00:00.000Z' });
  const of = [host, { rule: 'badge', badge: 'voice' }, { rule: 'badge', badge: 'crown' }] as const;
  expect(ask({ rule: 'all', of: of.slice(0, 2) }, [soon, late]).until).toBe(Date.parse(soon.expiresAt!));
  expect(ask({ rule: 'any', of }, [soon, late]).until).toBe(Date.parse(late.expiresAt!));
  expect(ask({ rule: 'atLeast', count: 2, of }, [soon, late]).until).toBe(Date.parse(soon.expiresAt!));
  expect(ask({ rule: 'atLeast', count: 3, of }, [soon, late])).toMatchObject({ allowed: false, until: null, lacks: [{ badge: 'crown' }] });
});

it('finds circles, and no circle where one way is open', () => {
  const needs = (...keys: string[]): Gate => ({ rule: 'all', of: keys.map((badge) => ({ rule: 'badge', badge })) });
  const circle = [{ name: 'A', gives: 'a', needs: needs('b') }, { name: 'B', gives: 'b', needs: needs('a') }];
  expect(findCycle(circle)).toEqual(['A', 'B', 'A']);
  expect(findCycle([...circle, { name: 'B2', gives: 'b', needs: null }])).toBeUndefined();
  expect(findCycle(circle, new Set(['a']))).toBeUndefined();
  expect(findCycle([{ name: 'A', gives: 'a', needs: needs('a') }])).toEqual(['A', 'A']);
  expect(findCycle([{ name: 'A', gives: 'a', needs: needs('nowhere') }])).toBeUndefined();
});

it('says what is missing and what to do, in both languages', () => {
  const course = { courseId: '01900000-0000-7000-8000-000000000028', slug: 'x', title: { en: 'Hosting', da: 'Vært' } };
  const lacking = [{ badge: 'host', name: { en: 'Host', da: 'Vært' }, level: 1, reason: 'missing' as const, expiredAt: null, course }];
  expect(sayMissing({ needs: 'all', lacking })).toEqual({ en: 'the badge Host', da: 'emblemet Vært' });
  expect(sayWay({ needs: 'all', lacking }).da).toBe('tag kurset “Vært”.');
  expect(sayWay({ needs: 'all', lacking: [{ ...lacking[0]!, reason: 'expired' }] }).en).toBe('take the course “Hosting” again to renew it.');
  expect(sayWay({ needs: 'all', lacking: [{ ...lacking[0]!, course: null }] }).en).toBe('ask a manager of the territory.');
});
