import { z } from 'zod';
import { decodeCursor, toPage } from './cursor.ts';

type Language = 'en' | 'da';

/** Name and key. */
const place = z.tuple([z.string().max(200), z.string().max(60)]);
const collators = { en: new Intl.Collator('en'), da: new Intl.Collator('da') };

/** A page of a list that is in memory as a whole, by name as the language sorts names. `list` and `cursor` are as in `decodeCursor`; `of` gives the name of a row and its key. */
export function pageByName<Row>(
  list: string,
  rows: readonly Row[],
  { cursor: text, limit, language }: { cursor?: string | undefined; limit: number; language: Language },
  of: (row: Row) => [name: string, key: string],
): { rows: Row[]; next: string | null; previous: string | null } {
  const order = (a: readonly [string, string], b: readonly [string, string]): number => collators[language].compare(a[0], b[0]) || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
  const cursor = decodeCursor(list, text, place);
  const sorted = [...rows].sort((a, b) => order(of(a), of(b)));
  const beyond = cursor?.direction === 'before' ? sorted.filter((row) => order(of(row), cursor.values) < 0).reverse() : cursor ? sorted.filter((row) => order(of(row), cursor.values) > 0) : sorted;
  return toPage(list, beyond.slice(0, limit + 1), limit, cursor, of);
}
