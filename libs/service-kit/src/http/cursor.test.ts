import { Problem } from '@unityplan/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor, toPage, type Cursor } from './cursor.ts';

it('gives back what it was made from, for its own list only', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 4 }), fc.constantFrom('after' as const, 'before' as const), (list, values, direction) => {
      const text = encodeCursor(list, { direction, values });
      const shape = z.array(z.union([z.string(), z.number()])).length(values.length);
      expect(decodeCursor(list, text, shape)).toEqual({ direction, values });
      expect(() => decodeCursor(`${list}x`, text, shape)).toThrow(Problem);
      expect(() => decodeCursor(list, text, shape.length(values.length + 1))).toThrow(Problem);
    }),
  );
});

it('refuses any other text with the same clear answer', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => decodeCursor('topics', text, z.tuple([z.string()]))).toThrow('another list');
    }),
  );
});

/** What a repository does: one row more than asked, in reading direction. */
function read(all: number[], limit: number, cursor: Cursor<[number]> | undefined): number[] {
  const at = cursor?.values[0];
  if (cursor?.direction === 'before') return all.filter((n) => n < at!).toReversed().slice(0, limit + 1);
  return all.filter((n) => at === undefined || n > at).slice(0, limit + 1);
}

it('walks a list forth and back without missing or repeating an item', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (numbers, limit) => {
      const all = numbers.toSorted((a, b) => a - b);
      const page = (text: string | null) => {
        const cursor = text === null ? undefined : decodeCursor('n', text, z.tuple([z.number()]));
        return toPage('n', read(all, limit, cursor), limit, cursor, (n) => [n]);
      };
      const forth: number[] = [];
      let at = page(null);
      forth.push(...at.rows);
      while (at.next) forth.push(...(at = page(at.next)).rows);
      expect(forth).toEqual(all);
      const back: number[] = [...at.rows];
      while (at.previous) back.unshift(...(at = page(at.previous)).rows);
      expect(back).toEqual(all);
    }),
  );
});
