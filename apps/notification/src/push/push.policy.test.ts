import { expect, it } from 'vitest';
import { collapseKey, mannerOf, outcomeOf, retryAt, shorten } from './push.policy.ts';

it.each([
  [{ status: 201 }, 'sent', false], [{ status: 410 }, 'cancelled', true], [{ status: 404 }, 'cancelled', true], [{ status: 429 }, 'retry', false], [{ status: 503 }, 'retry', false],
  [{ status: 400 }, 'failed', false], [{ status: 403 }, 'failed', false], [{ status: 413 }, 'failed', false], [{ status: 302 }, 'failed', false], [{ code: 'EPRIVATE' }, 'failed', true],
])('%j is %s', (answer, outcome, gone) => expect(outcomeOf(answer, 0)).toMatchObject({ attempt: { outcome }, gone }));

it('says whether a message without an answer may have arrived', () => {
  expect(outcomeOf({ code: 'ECONNREFUSED', unsent: true }, 0).attempt).toMatchObject({ outcome: 'retry', uncertain: false });
  expect(outcomeOf({ code: 'ECONNRESET' }, 0).attempt).toMatchObject({ outcome: 'retry', uncertain: true });
});

it('waits as it is told, in seconds or until a date', () => {
  expect(outcomeOf({ status: 429, retryAfter: '120' }, 1000).attempt).toMatchObject({ notBefore: 121_000 });
  expect(retryAt('Sat, 21 Nov 2026 10:00:00 GMT', 0)).toBe(Date.UTC(2026, 10, 21, 10));
  for (const nonsense of [undefined, '', 'soon', '-5', '1e9']) expect(retryAt(nonsense, 0)).toBeUndefined();
});

it('has keys and texts that fit their places', () => {
  expect(collapseKey('01900000-0000-7000-8000-000000000001')).toMatch(/^[\w-]{22}$/);
  expect(mannerOf('post').ttl).toBe(86_400);
  expect(shorten('Hej', 5)).toBe('Hej');
  expect(shorten('Havnebadet', 5)).toBe('Havn…');
  expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 24)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…');
});
