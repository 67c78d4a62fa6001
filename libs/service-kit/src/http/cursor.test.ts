import { Problem } from '@unityplan/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor, toPage, type Cursor } from './cursor.ts';

it('gives back what it was made from, for its own list only', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 4 }), fc.constantFrom('after' as const, 'before' as const), (list, values, direction) => {
      const text = encodeCursor(list, { direction, values });
      expect(decodeCursor(list, text, values.length)).toEqual({ direction, values });
      expect(() => decodeCursor(`${list}x`, text, values.length)).toThrow(Problem);
      expect(() => decodeCursor(list, text, values.length + 1)).toThrow(Problem);
    }),
  );
});

it('refuses any other text with the same clear answer', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => decodeCursor('topics', text, 2)).toThrow('another list');
    }),
  );
});

/** What a repository does: one row more than asked, in reading direction. */
function read(all: number[], limit: number, cursor: Cursor | undefined): number[] {
  const at = cursor?.values[0] as number | undefined;
  if (cursor?.direction === 'before') return all.filter((n) => n < at!).toReversed().slice(0, limit + 1);
  return all.filter((n) => at === undefined || n > at).slice(0, limit + 1);
}

it('walks a list forth and back without missing or repeating an item', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (numbers, limit) => {
      const all = numbers.toSorted((a, b) => a - b);
      const page = (text: string | null) => {
        const cursor = text === null ? undefined : decodeCursor('n', text, 1);
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
