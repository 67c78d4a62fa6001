const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "5 minutes ago" up to a week, then the date. A clock that runs ahead never shows the future. */
export function relativeTime(at: string, now: number, language: string, timeZone?: string): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000));
  if (seconds > 7 * 86_400) {
    const zone = timeZone ? { timeZone } : {};
    const yearOf = new Intl.DateTimeFormat('en', { year: 'numeric', ...zone });
    const sameYear = yearOf.format(new Date(at)) === yearOf.format(now);
    return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }), ...zone }).format(new Date(at));
  }
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, size] of steps) if (seconds >= size) return format.format(-Math.floor(seconds / size), unit);
  return format.format(0, 'second');
}

/** The full date and time. */
export function absoluteTime(at: string, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(new Date(at));
}
