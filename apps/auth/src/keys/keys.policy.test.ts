import { expect, it } from 'vitest';
import { keyInUse, keyLifetimeMs, planRotation, type KeyTimes } from './keys.policy.ts';

const day = 86_400_000;

it('starts with a key in use and the next one', () => {
  expect(planRotation([], 1000)).toEqual({ create: [1000, 1000 + keyLifetimeMs], retire: [] });
});

it('walks through a year: always one in use, the next known a day ahead, none retired while its tokens may live', () => {
  let keys: KeyTimes[] = [];
  let made = 0;
  for (let now = 0; now < 365 * day; now += day / 4) {
    const before = keyInUse(keys, now);
    const { create, retire } = planRotation(keys, now);
    for (const kid of retire) expect(before?.kid).not.toBe(kid);
    keys = [...keys.filter(({ kid }) => !retire.includes(kid)), ...create.map((useFrom) => ({ kid: `k${made++}`, useFrom }))];
    expect(now - keyInUse(keys, now)!.useFrom).toBeLessThan(keyLifetimeMs + day);
    expect(keys.length).toBeLessThanOrEqual(3);
    if (now > 0) for (const useFrom of create) expect(useFrom - now).toBeGreaterThanOrEqual(day);
  }
  expect(made).toBe(Math.ceil(365 / 30) + 1);
});

it('gives verifiers a day after a long sleep too', () => {
  expect(planRotation([{ kid: 'a', useFrom: 0 }], 100 * day).create).toEqual([101 * day]);
});

it('signs on when the clock is set back', () => {
  expect(keyInUse([{ kid: 'a', useFrom: 100 }, { kid: 'b', useFrom: 200 }], 50)?.kid).toBe('a');
  expect(keyInUse([], 50)).toBeUndefined();
});
