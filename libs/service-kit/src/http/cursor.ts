import { commonErrors, Problem } from '@unityplan/contracts';
import { z } from 'zod';

const shape = z.tuple([z.string(), z.enum(['after', 'before']), z.array(z.union([z.string(), z.number()]))]);

/** Where a page begins or ends: the sort values of an item, and which way to read on. */
export interface Cursor<Values extends readonly (string | number)[] = readonly (string | number)[]> {
  readonly direction: 'after' | 'before';
  readonly values: Values;
}

/** `list` names the list together with its filters, so that a cursor cannot be used on another one. */
export function encodeCursor(list: string, cursor: Cursor): string {
  return Buffer.from(JSON.stringify([list, cursor.direction, cursor.values])).toString('base64url');
}

/**
 * Throws `cursor_invalid` when the text is no cursor of this very list, or its values are not of the given shape (a forged one
 * must not reach the database).
 */
export function decodeCursor<Values extends readonly (string | number)[]>(list: string, text: string | undefined, values: z.ZodType<Values>): Cursor<Values> | undefined {
  if (text === undefined) return undefined;
  try {
    const [of, direction, found] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (of === list) return { direction, values: values.parse(found) };
  } catch {
    // falls through to the refusal
  }
  throw new Problem(commonErrors.cursor_invalid);
}

/**
 * Turns rows read with one extra (limit + 1) into a page. Rows read backwards are given in reading order and are turned round here.
 * `sortValues` gives the values that the cursor of a row holds.
 */
export function toPage<Row>(
  list: string,
  rows: readonly Row[],
  limit: number,
  cursor: Cursor | undefined,
  sortValues: (row: Row) => (string | number)[],
): { rows: Row[]; next: string | null; previous: string | null } {
  const more = rows.length > limit;
  const kept = rows.slice(0, limit);
  const backwards = cursor?.direction === 'before';
  if (backwards) kept.reverse();
  const first = kept[0];
  const last = kept[kept.length - 1];
  const hasNext = backwards ? last !== undefined : more;
  const hasPrevious = backwards ? more : cursor !== undefined && first !== undefined;
  return {
    rows: kept,
    next: hasNext && last !== undefined ? encodeCursor(list, { direction: 'after', values: sortValues(last) }) : null,
    previous: hasPrevious && first !== undefined ? encodeCursor(list, { direction: 'before', values: sortValues(first) }) : null,
  };
}
