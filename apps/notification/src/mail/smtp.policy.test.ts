import { expect, it } from 'vitest';
import { outcomeOf, wasDeadLine } from './smtp.policy.ts';

it.each([
  [550, 'failed'], [554, 'failed'], [451, 'retry'], [421, 'retry'], [535, 'retry'],
])('a mail server that answers %i: %s', (responseCode, outcome) => expect(outcomeOf({ responseCode }, { connected: true, handedOver: true })).toMatchObject({ outcome }));

it('knows whether a mail may have arrived when the line broke', () => {
  expect(outcomeOf({ code: 'ECONNECTION' }, { connected: true, handedOver: true })).toEqual({ outcome: 'retry', note: 'no answer (ECONNECTION)', uncertain: true });
  expect(outcomeOf({ code: 'ECONNREFUSED' }, { connected: false, handedOver: false })).toEqual({ outcome: 'retry', note: 'no answer (ECONNREFUSED)', uncertain: false });
});

it('tries a new line only when a kept one was dead, and never after the mail had left', () => {
  expect(wasDeadLine({ code: 'ECONNRESET' }, { reused: true, handedOver: false })).toBe(true);
  expect(wasDeadLine({ responseCode: 421 }, { reused: true, handedOver: false })).toBe(true);
  expect(wasDeadLine({ code: 'ECONNRESET' }, { reused: true, handedOver: true })).toBe(false);
  expect(wasDeadLine({ code: 'ECONNRESET' }, { reused: false, handedOver: false })).toBe(false);
  expect(wasDeadLine({ responseCode: 450 }, { reused: true, handedOver: false })).toBe(false);
});
