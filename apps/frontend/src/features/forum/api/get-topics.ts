import { infiniteQueryOptions } from '@tanstack/react-query';
import { firstPage } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';

/** Topics by latest activity, of one category or all. */
export const topicsQuery = (categoryId?: string) =>
  infiniteQueryOptions({
    queryKey: forumKeys.topics(categoryId),
    queryFn: ({ pageParam, signal }) => sdk.listTopics({ query: { ...(categoryId ? { categoryId } : {}), ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });
