import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageByName } from './page-by-name.ts';

it('sorts as the language sorts, and equal names by their key', () => {
  const names = (language: 'en' | 'da') => pageByName('l', ['b Åland', 'a Zimbabwe', 'c Norge', 'a Norge'], { limit: 9, language }, (row) => [row.slice(2), row.slice(0, 1)]).rows;
  expect(names('en')).toEqual(['b Åland', 'a Norge', 'c Norge', 'a Zimbabwe']);
  expect(names('da')).toEqual(['a Norge', 'c Norge', 'a Zimbabwe', 'b Åland']);
});

it('walks the list forth and back without missing or repeating a row', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.constantFrom('Å', 'a', 'z', 'Æ'), fc.string({ maxLength: 3 })), { selector: (row) => row.join(), maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (rows, limit) => {
      const page = (cursor?: string) => pageByName('l', rows, { cursor, limit, language: 'da' }, (row) => row);
      const all = pageByName('l', rows, { limit: 100, language: 'da' }, (row) => row).rows;
      let at = page();
      const forth = [...at.rows];
      while (at.next) forth.push(...(at = page(at.next)).rows);
      const back = [...at.rows];
      while (at.previous) back.unshift(...(at = page(at.previous)).rows);
      expect([forth, back]).toEqual([all, all]);
    }),
  );
});
