/** Where most people of a country live whose zones are not one, for the first of them by alphabet may be an outpost. */
const mostPopulous: Readonly<Record<string, string>> = {
  AR: 'America/Buenos_Aires', AU: 'Australia/Sydney', BR: 'America/Sao_Paulo', CA: 'America/Toronto', CL: 'America/Santiago', CY: 'Asia/Nicosia', ES: 'Europe/Madrid',
  FM: 'Pacific/Truk', GL: 'America/Godthab', KI: 'Pacific/Tarawa', MH: 'Pacific/Majuro', MN: 'Asia/Ulaanbaatar', MX: 'America/Mexico_City', PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby', PS: 'Asia/Hebron', PT: 'Europe/Lisbon', RU: 'Europe/Moscow', US: 'America/New_York', UZ: 'Asia/Tashkent',
};

/** The time zone most people of a country live in. UTC when there is no such country. */
export function timeZoneOf(country: string | undefined): string {
  if (!country || !/^[A-Z]{2}$/.test(country)) return 'UTC';
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[] | undefined };
  return mostPopulous[country] ?? locale.getTimeZones?.()?.[0] ?? 'UTC';
}
