import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboxRow } from './outbox-store.ts';
import { RelayQueue } from './queue.ts';

const row = (id: number, aggregate: string): OutboxRow => ({ id: String(id), aggregate, territory: 'DK' }) as OutboxRow;

describe('the relay queue', () => {
  it('has at most one row of an aggregate out, keeps their order, and forgets nothing', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }), fc.array(fc.nat(), { maxLength: 200 }), (aggregates, choices) => {
      const queue = new RelayQueue();
      const rows = aggregates.map((aggregate, i) => row(i, aggregate));
      queue.add(rows);
      queue.add(rows); // a second read of the same rows
      const out: OutboxRow[] = [];
      const sent: OutboxRow[] = [];
      const picks = [...choices];
      while (sent.length < rows.length) {
        for (let next = queue.next(); next; next = queue.next()) out.push(next);
        expect(new Set(out.map((one) => one.aggregate)).size).toBe(out.length);
        const [done] = out.splice((picks.pop() ?? 0) % out.length, 1);
        sent.push(done!);
        queue.done(done!);
      }
      for (const name of ['a', 'b', 'c']) {
        const ids = sent.filter((one) => one.aggregate === name).map((one) => Number(one.id));
        expect(ids).toEqual([...ids].sort((x, y) => x - y));
      }
      queue.marked(rows);
      expect(queue.waiting).toBe(0);
    }));
  });
});
