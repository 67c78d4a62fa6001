import { queryOptions } from '@tanstack/react-query';
import { sdk } from '../../../shared/lib/sdk.ts';

/** A member as others of the territory see them. */
export const profileQuery = (handle: string) =>
  queryOptions({ queryKey: ['member', handle], queryFn: ({ signal }) => sdk.getProfile({ params: { handle }, signal }) });
