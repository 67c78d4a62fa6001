import { ApiProblem, type OwnProfile } from '@unityplan/sdk';
import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { reconnectLive } from './live.ts';
import { sdk } from './sdk.ts';

export const sessionKey = ['session'] as const;

/** Who is signed in: the own profile, or null for a guest. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ signal }): Promise<OwnProfile | null> => {
    try {
      return await sdk.getOwnProfile({ signal });
    } catch (error) {
      if (error instanceof ApiProblem && (error.status === 401 || error.code === 'territory_mismatch')) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** The signed-in member, null for a guest, undefined while nobody knows. When profiles cannot be had, everyone may still read as a guest. */
export function useSession(): OwnProfile | null | undefined {
  const { data, isError } = useQuery(sessionQuery);
  return data === undefined && isError ? null : data;
}

/** The own profile changed: here, and wherever the member is shown. */
export function profileChanged(client: QueryClient, profile: OwnProfile): void {
  client.setQueryData(sessionKey, profile);
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'forum' || queryKey[0] === 'member' });
}

/** After signing in: who it is, everything anew, and a live connection under the new name. */
export async function sessionOpened(client: QueryClient): Promise<OwnProfile | null> {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'territory' && queryKey[0] !== sessionKey[0] });
  reconnectLive();
  return client.query({ ...sessionQuery, staleTime: 0 });
}

/** After the session ended, here or elsewhere: nothing private stays in memory. */
export function sessionEnded(client: QueryClient): void {
  client.setQueryData(sessionKey, null);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'own' });
  // What is public was read under a name as well: own votes, what is unread, what may be done, texts that others do not see.
  void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] === 'forum' || queryKey[0] === 'moderation' });
  reconnectLive();
}

/** Signs out; what was drafted stays on the device. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    // Not part of the first load, for signing out is rare.
    await import('./push-subscription.ts').then(({ endPush }) => endPush(), () => undefined);
    await sdk.signOut();
    sessionEnded(client);
  };
}
