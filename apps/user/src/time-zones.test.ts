import { expect, it } from 'vitest';
import { timeZoneOf } from './time-zones.ts';

it.each([
  ['DK', 'Europe/Copenhagen'], ['NO', 'Europe/Oslo'], ['DE', 'Europe/Berlin'], ['GL', 'America/Godthab'], ['US', 'America/New_York'], ['AU', 'Australia/Sydney'], ['PT', 'Europe/Lisbon'],
  [undefined, 'UTC'], ['', 'UTC'], ['ZZ', 'UTC'], ['not a country', 'UTC'],
])('%s is in %s', (country, zone) => expect(timeZoneOf(country)).toBe(zone));

it('names zones as the platform does, each of its country', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const country of letters.flatMap((one) => letters.map((other) => one + other))) {
    const zones = (new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones(): string[] | undefined }).getTimeZones() ?? [];
    if (zones.length > 0) expect(zones).toContain(timeZoneOf(country));
  }
});
