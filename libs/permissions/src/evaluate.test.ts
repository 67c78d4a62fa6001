import type { Gate } from '@unityplan/contracts';
import fc from 'fast-check';
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

it.each<[string, Gate, ReturnType<typeof held>[], string, string[]]>([
  ['a choice names every way', { rule: 'any', of: [host, { rule: 'badge', badge: 'voice' }] }, [], 'one', ['host', 'voice']],
  ['several of a choice', { rule: 'atLeast', count: 2, of: [host, { rule: 'badge', badge: 'voice' }, { rule: 'badge', badge: 'crown' }] }, [], 'some', ['host', 'voice', 'crown']],
  ['one more of a choice', { rule: 'atLeast', count: 2, of: [host, { rule: 'badge', badge: 'voice' }, { rule: 'badge', badge: 'crown' }] }, [held('crown')], 'one', ['host', 'voice']],
  ['the last of a choice', { rule: 'atLeast', count: 3, of: [host, { rule: 'badge', badge: 'voice' }, { rule: 'badge', badge: 'crown' }] }, [held('crown'), held('host')], 'all', ['voice']],
  ['the shorter of two ways', { rule: 'any', of: [{ rule: 'all', of: [host, { rule: 'badge', badge: 'voice' }] }, { rule: 'all', of: [{ rule: 'badge', badge: 'crown' }] }] }, [], 'all', ['crown']],
  ['the way that needs a renewal only', { rule: 'all', of: [{ rule: 'any', of: [{ rule: 'badge', badge: 'voice' }, host] }] }, [held('host', { expiresAt: '2026-01-02T00:00:00.000Z' })], 'all', ['host']],
])('tells %s', (_name, gate, holdings, needs, badges) => {
  const verdict = ask(gate, holdings);
  expect([verdict.allowed, verdict.needs, verdict.lacks.map(({ badge }) => badge)]).toEqual([false, needs, badges]);
});

it('finds circles, and no circle where one way is open', () => {
  const needs = (...keys: string[]): Gate => ({ rule: 'all', of: keys.map((badge) => ({ rule: 'badge', badge })) });
  const circle = [{ name: 'A', gives: 'a', needs: needs('b') }, { name: 'B', gives: 'b', needs: needs('a') }];
  expect(findCycle(circle)).toEqual(['A', 'B', 'A']);
  expect(findCycle([...circle, { name: 'B2', gives: 'b', needs: null }])).toBeUndefined();
  expect(findCycle(circle, new Set(['a']))).toBeUndefined();
  expect(findCycle([{ name: 'A', gives: 'a', needs: needs('a') }])).toEqual(['A', 'A']);
  const beside = [...circle, { name: 'C', gives: 'c', needs: null }, { name: 'D', gives: 'd', needs: needs('a') }];
  expect(findCycle(beside, new Set(), 'c')).toBeUndefined();
  expect(findCycle(beside, new Set(), 'd')).toEqual(['A', 'B', 'A']);
  expect(findCycle([{ name: 'A', gives: 'a', needs: needs('nowhere') }])).toBeUndefined();
});

it('names a circle that is one, and only when something can never be had', () => {
  const keys = ['a', 'b', 'c', 'd'];
  const leaf = fc.constantFrom(...keys).map((badge): Gate => ({ rule: 'badge', badge }));
  const needs = fc.option(fc.oneof(leaf, fc.record({ rule: fc.constantFrom('all' as const, 'any' as const), of: fc.array(leaf, { minLength: 1, maxLength: 3 }) })));
  const way = fc.record({ gives: fc.constantFrom(...keys), needs });
  fc.assert(fc.property(fc.array(way, { maxLength: 6 }), (drawn) => {
    const ways = drawn.map((one, n) => ({ ...one, name: `${n}` }));
    // What can be had, found by trying every order of earning, one badge at a time.
    const had = new Set(keys.filter((key) => !ways.some(({ gives }) => gives === key)));
    const open = (gate: Gate | null): boolean => !gate || evaluate(gate, { signedIn: true, holdings: [...had].map((key) => held(key)) }, { place: 'DK', places: testPlaces, now }).allowed;
    for (let n = 0; n <= keys.length; n++) for (const one of ways) if (open(one.needs)) had.add(one.gives);
    const cycle = findCycle(ways);
    expect(cycle === undefined).toBe(keys.every((key) => had.has(key)));
    if (!cycle) return;
    expect(cycle.at(-1)).toBe(cycle[0]);
    cycle.slice(1).forEach((name, n) => {
      const [before, after] = [ways[Number(cycle[n])]!, ways[Number(name)]!];
      expect(JSON.stringify(before.needs)).toContain(`"badge":"${after.gives}"`);
    });
  }), { numRuns: 2_000 });
});

it('says what is missing and what to do, in both languages', () => {
  const course = { courseId: '01900000-0000-7000-8000-000000000028', slug: 'x', title: { en: 'Hosting', da: 'Vært' } };
  const lacking = [{ badge: 'host', name: { en: 'Host', da: 'Vært' }, level: 1, reason: 'missing' as const, expiredAt: null, course }];
  expect(sayMissing({ needs: 'all', lacking })).toEqual({ en: 'the badge Host', da: 'emblemet Vært' });
  expect(sayWay({ needs: 'all', lacking }).da).toBe('tag kurset “Vært”.');
  expect(sayWay({ needs: 'all', lacking: [{ ...lacking[0]!, reason: 'expired' }] }).en).toBe('take the course “Hosting” again to renew.');
  expect(sayWay({ needs: 'all', lacking: [{ ...lacking[0]!, course: null }] }).en).toBe('ask a manager of the territory.');
  const other = { ...lacking[0]!, badge: 'crown', name: { en: 'Crown', da: 'Krone' }, course: { ...course, courseId: '01900000-0000-7000-8000-000000000029', title: { en: 'Ruling', da: 'At lede' } } };
  expect(sayWay({ needs: 'all', lacking: [...lacking, other] })).toEqual({ en: 'take the courses “Hosting” and “Ruling”.', da: 'tag kurserne “Vært” og “At lede”.' });
  expect(sayWay({ needs: 'one', lacking: [...lacking, other] }).en).toBe('take the courses “Hosting” or “Ruling”.');
  expect(sayWay({ needs: 'all', lacking: [...lacking, { ...other, course: null }] })).toEqual({
    en: 'take the course “Hosting”, and ask a manager of the territory for Crown.', da: 'tag kurset “Vært”, og spørg en ansvarlig for territoriet om Krone.',
  });
  expect(sayMissing({ needs: 'some', lacking: [...lacking, { ...other, level: 2 }] })).toEqual({ en: 'several of the badges Host or Crown (level 2)', da: 'flere af emblemerne Vært eller Krone (niveau 2)' });
});
