import { COMMUNITIES } from './communities.ts';
import { COUNTRIES_A_L } from './countries-a-l.ts';
import { COUNTRIES_M_Z } from './countries-m-z.ts';
import { FIRST_NATIONS } from './first-nations.ts';
import type { Territory } from './territory.ts';

/** All 249 countries of ISO 3166-1. */
export const COUNTRIES: readonly Territory[] = [...COUNTRIES_A_L, ...COUNTRIES_M_Z].map(([id, en, da, defaultLanguage, own]) => ({
  id,
  kind: 'country',
  names: own === undefined ? { en, da } : { en, da, own },
  parent: null,
  sovereign: id,
  geographicCountries: [id],
  defaultLanguage,
  podId: null,
  status: 'listed',
  routingEpoch: 1,
}));

/** Countries, First Nations and communities as every pod starts with them; parents before children. */
export const REFERENCE_TERRITORIES: readonly Territory[] = [...COUNTRIES, ...FIRST_NATIONS, ...COMMUNITIES];

export { COMMUNITIES, FIRST_NATIONS };
