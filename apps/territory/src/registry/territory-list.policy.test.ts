import { REFERENCE_TERRITORIES } from '@unityplan/territory';
import { expect, it } from 'vitest';
import { matching } from './territory-list.policy.ts';

const search = (text: string) => matching(REFERENCE_TERRITORIES, { status: 'any', search: text }).map(({ id }) => id);

it('finds by any name, with and without accents', () => {
  expect(search('kobenhavn')).toEqual(['DK-COPENHAGEN']);
  expect(search('KØBENHAVN')).toEqual(['DK-COPENHAGEN']);
  expect(search('maori')).toEqual(['MAORI-FN-NZ']);
  expect(search('xaayda')).toEqual(['HAIDA-FN-CA']);
  expect(search('ᓀᐦᐃᔭᐤ')).toEqual(['CREE-FN-CA']);
  expect(search('osterreich')).toEqual(['AT']);
  expect(search('.*')).toEqual([]);
});

it('shows communities below their parent, and First Nations below none', () => {
  expect(matching(REFERENCE_TERRITORIES, { status: 'any', parent: 'HAIDA-FN-CA' }).map(({ id }) => id)).toEqual(['HAIDA-FN-CA-MASSETT']);
  expect(matching(REFERENCE_TERRITORIES, { status: 'any', kind: 'first_nation' }).every(({ parent }) => parent === null)).toBe(true);
});
