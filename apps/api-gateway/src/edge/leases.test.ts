import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Leases } from './leases.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Two processes that share a limit, and how often they asked for it. */
function processes(points: number) {
  const shared = new RateLimiterMemory({ points, duration: 60 });
  const asked = vi.spyOn(shared, 'consume');
  const one = () => {
    const leases = new Leases(shared);
    return async (who: string): Promise<boolean> => (await leases.take(who, () => `hidden ${who}`)) === 0;
  };
  return { asked, first: one(), second: one() };
}
async function passed(times: number, take: () => Promise<boolean>): Promise<number> {
  let count = 0;
  for (let n = 0; n < times; n++) if (await take()) count++;
  return count;
}

it.each([1, 7, 20, 600])('lets exactly %d through, with few questions', async (points) => {
  const { asked, first } = processes(points);
  expect(await passed(points + 50, () => first('a'))).toBe(points);
  expect(asked.mock.calls.length).toBeLessThanOrEqual(Math.ceil(points / Math.max(1, Math.min(64, Math.floor(points / 10)))) + 1);
  expect(asked.mock.calls[0]![0]).toBe('hidden a');
});

it('never lets more through over two processes, and nearly as many', async () => {
  const { first, second } = processes(600);
  const both = (await passed(350, () => first('a'))) + (await passed(600, () => second('a')));
  expect(both).toBeLessThanOrEqual(600);
  expect(both).toBeGreaterThan(600 - 60);
});

it('counts calls that come at the same time once each', async () => {
  const { first } = processes(20);
  const all = await Promise.all(Array.from({ length: 50 }, () => first('a')));
  expect(all.filter(Boolean)).toHaveLength(20);
});

it('begins anew with the next window, and knows callers apart', async () => {
  const { asked, first } = processes(20);
  expect(await passed(30, () => first('a'))).toBe(20);
  const before = asked.mock.calls.length;
  expect(await first('a')).toBe(false);
  expect(asked.mock.calls.length).toBe(before);
  expect(await passed(3, () => first('b'))).toBe(3);
  vi.advanceTimersByTime(60_001);
  expect(await passed(30, () => first('a'))).toBe(20);
});

it('fails as the store fails, and asks again', async () => {
  const { asked, first } = processes(20);
  asked.mockRejectedValueOnce(new Error('away'));
  await expect(first('a')).rejects.toThrow('away');
  expect(await first('a')).toBe(true);
});
