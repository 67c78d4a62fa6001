import { ApiProblem } from '@unityplan/sdk';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isDoorClosed } from './access.ts';
import { foundClosed } from './closed-territory.ts';
import { isPartMissing } from './load-part.ts';

const passing = new Set<string>(['network_unreachable', 'profile_not_ready', 'too_many_requests']);

/** Only what may pass by itself is tried again: no answer, an overload, too many calls in a short time, a profile that is still being made, or a part of the application that did not come. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return isPartMissing(error);
  return passing.has(error.code) || error.status === 502 || error.status === 503 || error.status === 504;
}

/** How often a page asks before it says that a part is away: after half a second, then twice as long each time; a service is back within these seven seconds and a half. */
const patientRetries = 4;

/** How often what failed because a part is away is tried again. */
export const healMs = 3_000;

/** How long the server asked to be left alone. */
const askedToWaitMs = (error: unknown): number => (error instanceof ApiProblem ? Number(error.params['retryAfter'] ?? 0) * 1000 : 0);

/** When a query that failed is asked again by itself; never for what does not pass. */
export const healAfter = (error: unknown): number | false => (mayPass(error) ? Math.max(healMs, askedToWaitMs(error)) : false);

/** The longest that someone who pressed a button is kept waiting for a server that asks to be left alone. */
const longestWaitMs = 5_000;

/**
 * For a change whose second sending is harmless (it has a key, or says what it replaces): sent again while a part is away, so that nobody
 * has to press twice. Who is offline, or is asked to wait for long, is told at once instead.
 */
export const sendAgain = {
  retry: (count: number, error: Error): boolean => mayPass(error) && navigator.onLine && askedToWaitMs(error) <= longestWaitMs && count < patientRetries,
  retryDelay: (count: number, error: Error): number => Math.max(500 * 2 ** count, askedToWaitMs(error)),
};

const isNewProfile = (error: unknown) => error instanceof ApiProblem && error.code === 'profile_not_ready';
/** The session ended with this very call; its cookies are gone now, and what is public can be had as a guest. */
const endedAsGuest = (error: unknown) => error instanceof ApiProblem && error.status === 401;

/** Asks anew for what failed because a part was away. Rejects when it still is. */
export async function askFailedAgain(client: QueryClient): Promise<void> {
  await client.refetchQueries({ predicate: ({ state }) => state.status === 'error' && mayPass(state.error) }, { cancelRefetch: false, throwOnError: true });
}

/** Makes the cache of what the server said. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      // A door that closes takes along what was seen through it: the page shows the way in instead.
      onError: (error, query) => {
        if (isDoorClosed(error)) query.setState({ data: undefined, status: 'error' });
        if (query.queryKey[0] !== 'territory') foundClosed(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => (mayPass(error) ? count < (isNewProfile(error) ? 8 : patientRetries) : endedAsGuest(error) && count < 1),
        retryDelay: (count, error) => sendAgain.retryDelay(isNewProfile(error) ? 0 : count, error),
        // What is shown as failed heals by itself once the part that was away is back; nobody has to press anything.
        refetchInterval: ({ state }) => healAfter(state.error),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  client.getMutationCache().subscribe(({ mutation }) => foundClosed(mutation?.state.error));
  return client;
}
