import { expect, it } from 'vitest';
import { parseFirstLoad } from './first-load.ts';

it('reads the totals', () => {
  const output = '   12.0 kB raw    4.0 kB gzip    3.5 kB brotli  a.js\n  410.2 kB raw  131.9 kB gzip  113.4 kB brotli  FIRST LOAD, JavaScript\n41 lazy chunks\n';
  expect(parseFirstLoad(output)).toEqual({ raw: 410.2, gzip: 131.9, brotli: 113.4 });
});

it('throws what the script said instead', () => expect(() => parseFirstLoad('ENOENT manifest')).toThrow(/ENOENT manifest/));
