/** JSON as it is committed: two spaces, a line end, the order of keys as given. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The same data with keys sorted at every level: equal contracts give equal text. */
export function sortedDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(sortedEntries(value as Record<string, unknown>).map(([key, item]) => [key, sortedDeep(item)]));
}

/** Entries by key, in code point order (never by locale, which differs between machines). */
export function sortedEntries<T>(object: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A copy of the list ordered by a text of each item. */
export const sortedBy = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
