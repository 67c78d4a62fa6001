import { infiniteQueryOptions, type InfiniteData, type keepPreviousData, type QueryKey, type QueryMeta } from '@tanstack/react-query';

/** A keyset page as every list answers. */
export interface Page<T> {
  items: T[];
  next: string | null;
  previous: string | null;
}
export type Pages<T, P = string | undefined> = InfiniteData<Page<T>, P>;

interface PagedOptions {
  staleTime?: number;
  refetchInterval?: number;
  placeholderData?: typeof keepPreviousData;
  meta?: QueryMeta;
}

/** A list read page by page on demand; `from` is what the query asks the next page with. */
export const pagedQuery = <P extends { next: string | null }, const K extends QueryKey>(
  queryKey: K, read: (from: { cursor?: string }, signal: AbortSignal) => Promise<P>, options: PagedOptions = {},
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam ? { cursor: pageParam } : {}, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    ...options,
  });

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
