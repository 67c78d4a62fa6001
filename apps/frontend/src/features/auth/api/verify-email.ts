import { queryOptions } from '@tanstack/react-query';
import { sdk } from '../../../shared/lib/sdk.ts';

/** Verifies once per token: as a query, so that rendering twice or coming back does not spend the link twice. */
export const verificationQuery = (token: string | undefined) =>
  queryOptions({
    queryKey: ['verification', token],
    queryFn: async () => {
      await sdk.verifyEmail({ body: { token: token! } });
      return true;
    },
    enabled: token !== undefined,
    staleTime: Infinity,
    gcTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retryOnMount: false,
  });
