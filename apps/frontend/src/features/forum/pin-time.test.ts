import { expect, it } from 'vitest';
import { pinnedUntil } from './pin-time.ts';

const now = Date.parse('2026-11-21T10:00:00.000Z');

it('knows until when', () => {
  expect(pinnedUntil('forever', '', now)).toBeNull();
  expect(pinnedUntil('week', '', now)).toBe('2026-11-28T10:00:00.000Z');
  expect(pinnedUntil('date', '2027-01-01T12:00', now)).toBe(new Date('2027-01-01T12:00').toISOString());
  for (const wrong of ['', '2020-01-01T12:00', 'tomorrow']) expect(pinnedUntil('date', wrong, now)).toBeUndefined();
});
