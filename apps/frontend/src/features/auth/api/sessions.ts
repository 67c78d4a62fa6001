import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { sdk } from '../../../shared/lib/sdk.ts';

/** The member's open sessions, newest first. */
export const sessionsQuery = queryOptions({
  queryKey: ['own', 'sessions'],
  queryFn: async ({ signal }) => (await sdk.listSessions({ signal })).items,
  staleTime: 0,
});

/** Ends one session. */
export function useRevokeSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string) => sdk.revokeSession({ params: { sessionId } }),
    onSuccess: (_answer, sessionId) => {
      client.setQueryData(sessionsQuery.queryKey, (items) => items?.filter((item) => item.sessionId !== sessionId));
      return client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
}
