import { expect, it } from 'vitest';
import { placesOf } from './places.ts';

it('says where a First Nation or community lies, as geography; a country lies nowhere but in itself', () => {
  expect(placesOf({ kind: 'first_nation', geographicCountries: ['NO', 'SE', 'FI', 'RU'] }, 'en')).toBe('Norway, Sweden, Finland, and Russia');
  expect(placesOf({ kind: 'first_nation', geographicCountries: ['CA'] }, 'da')).toBe('Canada');
  expect(placesOf({ kind: 'community', geographicCountries: ['DK', 'not a code'] }, 'da')).toBe('Danmark og not a code');
  expect(placesOf({ kind: 'country', geographicCountries: ['DK'] }, 'en')).toBe('');
});
