import { expect, it } from 'vitest';
import { timeZoneOf } from './time-zones.ts';

it.each([['DK', 'Europe/Copenhagen'], ['NO', 'Europe/Oslo'], [undefined, 'UTC'], ['', 'UTC'], ['ZZ', 'UTC'], ['not a country', 'UTC']])('%s is in %s', (country, zone) =>
  expect(timeZoneOf(country)).toBe(zone));
