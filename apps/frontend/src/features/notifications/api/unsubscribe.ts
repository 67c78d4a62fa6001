import { queryOptions } from '@tanstack/react-query';
import { sdk } from '../../../shared/lib/sdk.ts';

/** What a link of a mail would end; asking changes nothing. */
export const unsubscribeQuery = (token: string) =>
  queryOptions({ queryKey: ['unsubscribe', token], queryFn: ({ signal }) => sdk.describeUnsubscribe({ params: { token }, signal }), refetchOnWindowFocus: false });
