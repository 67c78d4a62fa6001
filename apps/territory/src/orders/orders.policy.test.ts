import { inMemoryRegistry, REFERENCE_TERRITORIES, type Territory } from '@unityplan/territory';
import { expect, it } from 'vitest';
import { isWithin, particularsOf, within, type Wish } from './orders.policy.ts';

const changed = (id: string, change: Partial<Territory>) => REFERENCE_TERRITORIES.map((one) => (one.id === id ? { ...one, ...change } : one));
const registry = inMemoryRegistry(changed('DK', { status: 'active', podId: 'dk' }));
const wish: Wish = { territory: 'DK-AARHUS', kind: 'community', name: { en: 'Aarhus', da: 'Aarhus' }, parent: 'DK', geographicCountries: ['DK'], defaultLanguage: 'da', database: null };
const refusal = (change: Partial<Wish>, of = registry): string => {
  try {
    particularsOf({ ...wish, ...change }, of);
    return 'fits';
  } catch (error) {
    return (error as { contract: { code: string } }).contract.code;
  }
};

it.each<[string, Partial<Wish>, string]>([
  ['a new community', { territory: 'DK-RIBE' }, 'fits'],
  ['one that is listed', { territory: 'DK-COPENHAGEN' }, 'fits'],
  ['one below another', { territory: 'DK-COPENHAGEN-VALBY', parent: 'DK-COPENHAGEN' }, 'fits'],
  ['a country that is listed', { territory: 'SE', kind: 'country', parent: null }, 'fits'],
  ['a First Nation that is listed', { territory: 'HAIDA-FN-CA', kind: 'first_nation', parent: null }, 'fits'],
  ['a First Nation below a country', { territory: 'HAIDA-FN-CA', kind: 'first_nation', parent: 'CA' }, 'territory_id_unfit'],
  ['a First Nation as a community', { territory: 'HAIDA-FN-CA', kind: 'community', parent: null }, 'territory_id_taken'],
  ['an open one', { territory: 'DK', kind: 'country', parent: null }, 'territory_id_taken'],
  ['another’s prefix', { territory: 'NO-RIBE' }, 'territory_id_unfit'],
  ['a mere beginning', { territory: 'DKX' }, 'territory_id_unfit'],
  ['the parent itself', { territory: 'DK' }, 'territory_id_unfit'],
  ['an unknown parent', { territory: 'XX-RIBE', parent: 'XX' }, 'territory_outside_authority'],
  ['a listed one under another parent', { territory: 'US-CA-SF', parent: 'US' }, 'territory_id_taken'],
])('%s', (_what, change, expected) => expect(refusal(change)).toBe(expected));

it('refuses what would lie below something closed, or too deep', () => {
  expect(refusal({}, inMemoryRegistry(changed('DK', { status: 'suspended' })))).toBe('territory_parent_closed');
  const levels = Array.from({ length: 15 }, (_, n) => ({ ...registry.require('DK-COPENHAGEN'), id: `DK${'-A'.repeat(n + 1)}`, parent: `DK${'-A'.repeat(n)}` }));
  const deep = inMemoryRegistry([...REFERENCE_TERRITORIES, ...levels]);
  expect(refusal({ territory: `DK${'-A'.repeat(14)}-B`, parent: `DK${'-A'.repeat(14)}` }, deep)).toBe('fits');
  expect(refusal({ territory: `DK${'-A'.repeat(15)}-B`, parent: `DK${'-A'.repeat(15)}` }, deep)).toBe('territory_too_deep');
});

it('knows what lies below what', () => {
  expect(within('HAIDA-FN-CA', registry)).toEqual(['HAIDA-FN-CA', 'HAIDA-FN-CA-MASSETT']);
  expect(['CA-BC-VANCOUVER', 'HAIDA-FN-CA', 'CA'].map((id) => isWithin(id, 'CA', registry))).toEqual([true, false, true]);
});
