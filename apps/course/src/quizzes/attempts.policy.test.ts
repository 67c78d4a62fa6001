import { expect, it } from 'vitest';
import { attemptsLeft, mayStartAt, whyNotStart } from './attempts.policy.ts';

const minute = 60_000;
it.each([
  ['as often as one likes', { attempts: null, minutesBetween: null }, 99, 0, undefined],
  ['the last one', { attempts: 3, minutesBetween: null }, 2, 0, undefined],
  ['none left', { attempts: 3, minutesBetween: null }, 3, 0, 'quiz_attempts_used'],
  ['too soon', { attempts: null, minutesBetween: 10 }, 1, minute, 'quiz_attempt_too_soon'],
  ['soon enough', { attempts: null, minutesBetween: 10 }, 1, 10 * minute, undefined],
  ['the first', { attempts: 1, minutesBetween: 10 }, 0, undefined, undefined],
])('%s', (_name, rules, used, since, code) => {
  const now = 1e12;
  expect(whyNotStart(rules, used, since === undefined ? null : now - since, now)?.contract.code).toBe(code);
});
it('says how long to wait', () => {
  expect(whyNotStart({ attempts: null, minutesBetween: 10 }, 1, 1e12 - 90_000, 1e12)?.params).toMatchObject({ minutes: 9 });
  expect(mayStartAt({ attempts: null, minutesBetween: 10 }, 1e12, 1e12)).toBe(1e12 + 10 * minute);
  expect(attemptsLeft({ attempts: 2, minutesBetween: null }, 5)).toBe(0);
});
