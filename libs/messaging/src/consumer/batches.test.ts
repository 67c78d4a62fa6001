import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Batches } from './batches.ts';

interface Item { readonly lane: string; readonly n: number; readonly poison: boolean }
const soon = () => new Promise((resolve) => setImmediate(resolve));
const options = { gatherMs: 0, most: 10, perGroup: 1, slowMs: 1e9 };

describe('batches', () => {
  it('do everything once, keep each lane in order and never have it twice in hand, whatever fails', async () => {
    const arrival = fc.record({ group: fc.constantFrom('DK', 'NO'), lane: fc.constantFrom('a', 'b', 'c', 'd'), poison: fc.boolean().map((one) => one), pause: fc.nat(3) });
    await fc.assert(fc.asyncProperty(fc.array(arrival, { maxLength: 40 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom(0, 5), async (arrivals, perGroup, slowMs) => {
      const done: (Item & { group: string })[] = [];
      const inHand = new Set<string>();
      let batches = 0;
      const holding = async <R>(group: string, items: readonly Item[], work: () => Promise<R>): Promise<R> => {
        const lanes = [...new Set(items.map(({ lane }) => `${group} ${lane}`))];
        for (const lane of lanes) expect(inHand.has(lane)).toBe(false);
        lanes.forEach((lane) => inHand.add(lane));
        const result = await work();
        lanes.forEach((lane) => inHand.delete(lane));
        return result;
      };
      const all = new Batches<Item>({
        ...options, perGroup, slowMs, most: 5,
        together: (group, items) => holding(group, items, async () => {
          expect(++batches).toBeLessThanOrEqual(perGroup * 2);
          await soon();
          batches--;
          if (items.some(({ poison }) => poison)) return { failed: new Error('all or nothing') };
          done.push(...items.map((item) => ({ ...item, group })));
          return {};
        }),
        alone: (group, item) => holding(group, [item], async () => {
          await soon();
          done.push({ ...item, group });
        }),
      });
      for (const [n, { group, lane, poison, pause }] of arrivals.entries()) {
        all.add(group, { lane, n, poison });
        for (let i = 0; i < pause; i++) await soon();
      }
      await vi.waitFor(() => expect(done).toHaveLength(arrivals.length), { interval: 1, timeout: 20_000 });
      for (const group of ['DK', 'NO'])
        for (const lane of ['a', 'b', 'c', 'd']) {
          const order = done.filter((item) => item.group === group && item.lane === lane).map(({ n }) => n);
          expect(order).toEqual(arrivals.flatMap((one, n) => (one.group === group && one.lane === lane ? [n] : [])));
        }
      await all.stop();
    }), { numRuns: 60 });
  });

  it('let the first go at once, gather what comes soon after, and gather no more when hurried', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] });
    try {
      const seen: number[] = [];
      const all = new Batches<Item>({ ...options, gatherMs: 50, together: async (_group, items) => (seen.push(items.length), {}), alone: async () => undefined });
      const add = (n: number) => all.add('DK', { lane: String(n), n, poison: false });
      add(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(seen).toEqual([1]);
      for (let n = 2; n < 6; n++) add(n);
      await vi.advanceTimersByTimeAsync(40);
      expect(seen).toEqual([1]);
      await vi.advanceTimersByTimeAsync(10);
      expect(seen).toEqual([1, 4]);
      add(6);
      all.hurry();
      await vi.advanceTimersByTimeAsync(1);
      expect(seen).toEqual([1, 4, 1]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('do not wait longer for a slow batch than they are told to', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] });
    try {
      const started: number[][] = [];
      const all = new Batches<Item>({ ...options, perGroup: 2, slowMs: 250, together: (_group, items) => (started.push(items.map(({ n }) => n)), new Promise(() => undefined)), alone: async () => undefined });
      const add = (lane: string, n: number) => all.add('DK', { lane, n, poison: false });
      add('slow', 1);
      await vi.advanceTimersByTimeAsync(1);
      add('slow', 2);
      add('other', 3);
      await vi.advanceTimersByTimeAsync(240);
      expect(started).toEqual([[1]]);
      await vi.advanceTimersByTimeAsync(20);
      expect(started).toEqual([[1], [3]]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('forget what waits when stopped, and wait for what runs', async () => {
    let end!: () => void;
    let ended = false;
    const all = new Batches<Item>({ ...options, together: () => new Promise((resolve) => (end = () => resolve({}))), alone: async () => undefined });
    all.add('DK', { lane: 'a', n: 1, poison: false });
    await soon();
    all.add('DK', { lane: 'a', n: 2, poison: false });
    const stopped = all.stop().then(() => (ended = true));
    await soon();
    expect(ended).toBe(false);
    end();
    await stopped;
  });
});
