import type { badge, Gate } from '@unityplan/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { testPlaces } from './testing-places.ts';

type Held = badge.Holding;
const territories = ['DK', 'DK-COPENHAGEN', 'DK-AARHUS', 'NO', 'SAMI-FN-NO', 'CA', 'HAIDA-FN-CA', 'XX'];
const keys = ['host', 'voice', 'moderator'];
const instants = [100, 200, 300].map((n) => new Date(n).toISOString());

// The reference: another way to the same answer. It asks of each combination of parts, and of each territory, by plain enumeration.
const sovereign: Record<string, string> = { DK: 'DK', 'DK-COPENHAGEN': 'DK', 'DK-AARHUS': 'DK', NO: 'NO', 'SAMI-FN-NO': 'SAMI-FN-NO', CA: 'CA', 'HAIDA-FN-CA': 'HAIDA-FN-CA' };
const upwards: Record<string, string[]> = { 'DK-COPENHAGEN': ['DK-COPENHAGEN', 'DK'], 'DK-AARHUS': ['DK-AARHUS', 'DK'] };
function counts(one: Held, gate: Extract<Gate, { rule: 'badge' }>, place: string, now: number): boolean {
  if (one.badge !== gate.badge || one.level < (gate.level ?? 1)) return false;
  if (!gate.evenExpired && one.expiresAt !== null && new Date(one.expiresAt).getTime() <= now) return false;
  if (!sovereign[place] || sovereign[one.territory] !== sovereign[place]) return false;
  const from = gate.from ?? 'sovereign';
  if (from === 'sovereign') return true;
  const base = from === 'above' ? place : from;
  return sovereign[base] === sovereign[place] && (upwards[base] ?? [base]).includes(one.territory);
}
function reference(gate: Gate, holdings: readonly Held[], signedIn: boolean, place: string, now: number): boolean {
  switch (gate.rule) {
    case 'everyone': return true;
    case 'member': return signedIn;
    case 'badge': return signedIn && holdings.some((one) => counts(one, gate, place, now));
    case 'all': return !gate.of.some((one) => !reference(one, holdings, signedIn, place, now));
    case 'any': return gate.of.some((one) => reference(one, holdings, signedIn, place, now));
    case 'atLeast': return gate.of.map((one) => Number(reference(one, holdings, signedIn, place, now))).reduce((a, b) => a + b, 0) >= gate.count;
  }
}

const held: fc.Arbitrary<Held> = fc.record({
  badge: fc.constantFrom(...keys), level: fc.integer({ min: 1, max: 3 }), territory: fc.constantFrom(...territories),
  awardedAt: fc.constant(instants[0]!), expiresAt: fc.option(fc.constantFrom(...instants)),
});
const { gate } = fc.letrec<{ gate: Gate }>((tie) => ({
  gate: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Gate>({ rule: 'everyone' }, { rule: 'member' }),
    fc.record({
      rule: fc.constant('badge' as const), badge: fc.constantFrom(...keys), level: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      from: fc.option(fc.constantFrom('above', 'sovereign', ...territories), { nil: undefined }), evenExpired: fc.option(fc.boolean(), { nil: undefined }),
    }),
    fc.record({ rule: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('gate'), { minLength: 1, maxLength: 3 }) }),
    fc.array(tie('gate'), { minLength: 1, maxLength: 4 }).chain((of) => fc.integer({ min: 1, max: of.length }).map((count) => ({ rule: 'atLeast' as const, count, of }))),
  ),
}));

const numRuns = process.env['PROOF'] === 'full' ? 1_000_000 : 10_000;

it(`agrees with the reference on ${numRuns} random cases, and on when it closes`, () => {
  fc.assert(
    fc.property(gate, fc.array(held, { maxLength: 5 }), fc.boolean(), fc.constantFrom(...territories), fc.constantFrom(99, 100, 150, 200, 301), (rule, holdings, signedIn, place, now) => {
      const verdict = evaluate(rule, { signedIn, holdings }, { place, places: testPlaces, now });
      expect(verdict.allowed).toBe(reference(rule, holdings, signedIn, place, now));
      if (!verdict.allowed) return;
      // Until the instant it names it stays open; at that instant it is closed.
      if (verdict.until !== null) {
        expect(reference(rule, holdings, signedIn, place, verdict.until - 1)).toBe(true);
        expect(reference(rule, holdings, signedIn, place, verdict.until)).toBe(false);
      } else expect(reference(rule, holdings, signedIn, place, 1e15)).toBe(true);
    }),
    { numRuns },
  );
});

it(`what it says is missing is enough, on ${numRuns / 10} random cases`, () => {
  fc.assert(
    fc.property(gate, fc.array(held, { maxLength: 5 }), fc.constantFrom('DK', 'DK-COPENHAGEN', 'HAIDA-FN-CA'), (rule, holdings, place) => {
      const { allowed, needs, lacks } = evaluate(rule, { signedIn: true, holdings }, { place, places: testPlaces, now: 150 });
      // A rule that names a territory may name one that no badge can come from.
      if (allowed || /"from":"[A-Z]/.test(JSON.stringify(rule))) return;
      expect(lacks.length).toBeGreaterThan(0);
      const gained = lacks.map(({ badge, level }): Held => ({ badge, level, territory: sovereign[place]!, awardedAt: instants[0]!, expiresAt: null }));
      expect(reference(rule, [...holdings, ...gained], true, place, 150)).toBe(true);
      if (needs === 'one') for (const one of gained) expect(reference(rule, [...holdings, one], true, place, 150)).toBe(true);
    }),
    { numRuns: numRuns / 10 },
  );
});

it(`no badge of another sovereign opens anything, on ${numRuns / 10} random cases`, () => {
  const apart: [string, string][] = [['CA', 'HAIDA-FN-CA'], ['HAIDA-FN-CA', 'CA'], ['NO', 'SAMI-FN-NO'], ['SAMI-FN-NO', 'NO'], ['DK', 'NO'], ['DK-COPENHAGEN', 'NO']];
  const foreign = fc.constantFrom(...apart).chain(([place, other]) => fc.record({ place: fc.constant(place), holdings: fc.array(held.map((one) => ({ ...one, territory: other })), { minLength: 1, maxLength: 4 }) }));
  fc.assert(
    fc.property(gate, foreign, (rule, { place, holdings }) => {
      const at = { place, places: testPlaces, now: 150 };
      expect(evaluate(rule, { signedIn: true, holdings }, at).allowed).toBe(evaluate(rule, { signedIn: true, holdings: [] }, at).allowed);
    }),
    { numRuns: numRuns / 10 },
  );
});
