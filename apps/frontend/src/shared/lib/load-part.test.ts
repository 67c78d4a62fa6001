import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isPartMissing, loadPart, loadPatiently } from './load-part.ts';

const missing = new TypeError('Failed to fetch dynamically imported module: /assets/x.js');
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks again for a part that did not come, and gives it when it does', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(missing).mockRejectedValueOnce(missing).mockResolvedValue('part');
  const part = loadPart(load);
  await vi.runAllTimersAsync();
  expect(await part).toBe('part');
  expect(load).toHaveBeenCalledTimes(3);
});

it('says what the browser said when it never comes', async () => {
  const load = vi.fn(() => Promise.reject(missing));
  const part = loadPart(load).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await part).toBe(missing);
  expect(load).toHaveBeenCalledTimes(4);
});

it('asks until it comes for what works out of sight, and tells of each round in vain', async () => {
  const load = vi.fn<() => Promise<string>>();
  for (let miss = 0; miss < 9; miss++) load.mockRejectedValueOnce(missing);
  const onMiss = vi.fn();
  const part = loadPatiently(load.mockResolvedValue('part'), onMiss);
  await vi.runAllTimersAsync();
  expect(await part).toBe('part');
  expect(onMiss).toHaveBeenCalledTimes(2);
});

it('knows a missing part in each browser’s words, and takes nothing else for one', () => {
  const words = ['Failed to fetch dynamically imported module: x', 'error loading dynamically imported module: x', 'Importing a module script failed.'];
  expect(words.map((text) => isPartMissing(new TypeError(text)))).toEqual([true, true, true]);
  expect([new TypeError('x is undefined'), new Error('module script'), null].map(isPartMissing)).toEqual([false, false, false]);
});
