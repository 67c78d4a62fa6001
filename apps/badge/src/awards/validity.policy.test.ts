import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayMs, dueNow, firstEnd, isRenewable, nextDue, renewedEnd } from './validity.policy.ts';

const day = (n: number): number => n * dayMs;
const year = { validDays: 365, renewFromDays: 60 };
const forever = { validDays: null, renewFromDays: 0 };

it.each([
  ['a year from now', firstEnd(day(10), year, null), day(375)],
  ['never', firstEnd(day(10), forever, null), null],
  ['when who gives it says', firstEnd(day(10), forever, day(20)), day(20)],
])('a new badge ends %s', (_name, end, expected) => expect(end).toBe(expected));

it.each<[string, number, number | null, typeof year | typeof forever, number | null, number | null]>([
  ['from its end when it is near', 350, 365, year, null, 730],
  ['from now when it is far', 100, 365, year, null, 465],
  ['from now when it is over', 400, 365, year, null, 765],
  ['from now at the very end', 365, 365, year, null, 730],
  ['and never shortens', 10, 1000, year, null, 1000],
  ['to the end that is asked for', 10, 100, year, 500, 500],
  ['not to an earlier one', 10, 100, year, 50, 100],
  ['for ever when the badge has no end any more', 10, 100, forever, null, null],
  ['not what never ends', 10, null, year, 500, null],
])('renewing goes on %s', (_name, now, held, rules, asked, expected) => {
  expect(renewedEnd(day(now), held === null ? null : day(held), rules, asked === null ? null : day(asked))).toBe(expected === null ? null : day(expected));
});

it('no number of renewals adds up to more than one validity and the time in which renewing early counts', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 365 }), fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 20 }), (validDays, renewFromDays, waits) => {
    const rules = { validDays, renewFromDays };
    let now = 0;
    let end = firstEnd(0, rules, null)!;
    for (const wait of waits) {
      now += day(wait);
      const renewed = renewedEnd(now, end, rules, null)!;
      expect(renewed).toBeGreaterThanOrEqual(Math.max(end, now + day(validDays)));
      expect(renewed).toBeLessThanOrEqual(Math.max(end, now + day(validDays) + day(renewFromDays)));
      // What it says can be renewed gains the whole time; nothing is lost by being early.
      if (isRenewable(now, end, rules)) expect(renewed).toBe(Math.max(end, now) + day(validDays));
      end = renewed;
    }
  }));
});

it('tells each notice once and the end once, whatever steps the clock takes', () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: -3, max: 40 }), fc.double({ min: 0, max: 2, noNaN: true })), { maxLength: 60 });
  fc.assert(fc.property(fc.integer({ min: 1, max: 90 }), steps, (validDays, days) => {
    const end = day(validDays);
    let now = 0;
    let due = nextDue(end, now);
    const told: { what: ReturnType<typeof dueNow>; at: number }[] = [];
    for (const step of days) {
      now = Math.max(0, now + Math.round(day(step)));
      if (due === null || due > now) continue;
      told.push({ what: dueNow(end, now), at: now });
      due = nextDue(end, now);
    }
    const names = told.map(({ what }) => what);
    expect(new Set(names).size).toBe(names.length);
    for (const { what, at } of told) {
      // True when it is told: nobody hears of seven days on the last one.
      const left = (end - at) / dayMs;
      expect(what === 'expired' ? left <= 0 : left > 0 && left <= what && ![30, 7, 1].some((other) => other < what && left <= other)).toBe(true);
    }
    expect(names.includes('expired')).toBe(told.some(({ at }) => at >= end));
    // A clock that never jumps over a notice leaves none out.
    const slow = days.every((step) => step >= 0 && step <= 1);
    if (slow && now >= end) expect(names).toEqual([30, 7, 1].filter((notice) => notice < validDays).concat([]).map(String).concat('expired').map((name) => (name === 'expired' ? name : Number(name))));
  }), { numRuns: 2_000 });
});
