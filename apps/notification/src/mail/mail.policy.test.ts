import { expect, it } from 'vitest';
import { claimMs, mostAttempts, nextAttempt, outcomeOf } from './mail.policy.ts';

it.each([
  [{ responseCode: 451 }, 'retry'],
  [{ responseCode: 421 }, 'retry'],
  [{ responseCode: 550 }, 'failed'],
  [{ responseCode: 554 }, 'failed'],
  [{ responseCode: 535, code: 'EAUTH' }, 'retry'],
  [{ code: 'ECONNECTION' }, 'retry'],
  [{ code: 'ETIMEDOUT' }, 'retry'],
  [new Error('anything'), 'retry'],
])('%o: %s', (error, outcome) => expect(outcomeOf(error).outcome).toBe(outcome));

it('waits longer each time, and always longer than nothing', () => {
  const waits = Array.from({ length: mostAttempts }, (_, i) => nextAttempt(0, i + 1).getTime());
  expect(waits[0]).toBe(30_000);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(claimMs).toBeGreaterThan(60_000);
});
