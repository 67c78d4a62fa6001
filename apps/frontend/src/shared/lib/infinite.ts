import type { InfiniteData } from '@tanstack/react-query';

/** A keyset page as every list answers. */
export interface Page<T> {
  items: T[];
  next: string | null;
  previous: string | null;
}
export type Pages<T, P = string | undefined> = InfiniteData<Page<T>, P>;

/** The first page of a list whose page parameter is its cursor. */
export const firstPage = undefined as string | undefined;

/** The items of all pages, each once: a list that moves under its reader repeats some at the seams. */
export function itemsOf<T>(data: { pages: readonly Page<T>[] } | undefined, idOf: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const page of data?.pages ?? []) for (const item of page.items) if (!seen.has(idOf(item))) seen.set(idOf(item), item);
  return [...seen.values()];
}

/** Replaces items wherever they stand. */
export function patchItems<T, P>(data: Pages<T, P> | undefined, change: (item: T) => T): Pages<T, P> | undefined {
  return data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })) };
}
