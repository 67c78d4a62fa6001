import type { Broadcasts } from '@unityplan/messaging';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TerritoryCache } from './territory-cache.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

function world() {
  let loads = 0;
  let woken: () => void = () => undefined;
  const wake = vi.fn();
  const broadcasts = { wake, onWake: (_topic: string, fn: () => void) => ((woken = fn), () => undefined) } as unknown as Broadcasts;
  const cache = new TerritoryCache('things', broadcasts, async (territory) => {
    loads++;
    if (territory === 'XX') throw new Error('away');
    return `${territory} ${loads}`;
  });
  cache.listen();
  return { cache, wake, loads: () => loads, wokenByAnother: () => woken() };
}

it('loads once for many, and again after ten seconds', async () => {
  const { cache, loads } = world();
  expect(await Promise.all([cache.of('DK'), cache.of('DK'), cache.of('NO')])).toEqual(['DK 1', 'DK 1', 'NO 2']);
  vi.advanceTimersByTime(9_999);
  expect(await cache.of('DK')).toBe('DK 1');
  vi.advanceTimersByTime(1);
  expect(await cache.of('DK')).toBe('DK 3');
  expect(loads()).toBe(3);
});

it('forgets what changed, here and in other processes', async () => {
  const { cache, wake, wokenByAnother } = world();
  await cache.of('DK');
  cache.changed('DK');
  expect(wake).toHaveBeenCalledWith('things');
  expect(await cache.of('DK')).toBe('DK 2');
  wokenByAnother();
  expect(await cache.of('DK')).toBe('DK 3');
});

it('remembers no failure', async () => {
  const { cache, loads } = world();
  for (let n = 1; n <= 2; n++) {
    await expect(cache.of('XX')).rejects.toThrow('away');
    expect(loads()).toBe(n);
  }
});
