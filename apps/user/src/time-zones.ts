/** The time zone most people of a country live in, as far as one can say: its first in the time zone data. UTC when there is none. */
export function timeZoneOf(country: string | undefined): string {
  if (!country || !/^[A-Z]{2}$/.test(country)) return 'UTC';
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[] | undefined };
  return locale.getTimeZones?.()?.[0] ?? 'UTC';
}
