import type { QueryClient, QueryFilters } from '@tanstack/react-query';

/**
 * Asks anew for what may be older than this moment, for instance because changes are heard of only from now on. A question that is
 * on its way is waited for, not given up: its answer may be old, but the page has something to show.
 */
export async function askAgain(client: QueryClient, filters: QueryFilters): Promise<void> {
  await Promise.allSettled(client.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' }).map(({ promise }) => promise));
  // Whatever is on its way now began after that moment.
  await client.invalidateQueries(filters, { cancelRefetch: false });
}
