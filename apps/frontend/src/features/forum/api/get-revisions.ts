import { infiniteQueryOptions } from '@tanstack/react-query';
import { firstPage } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';

/** The texts a post has had, newest first. */
export const revisionsQuery = (postId: string) =>
  infiniteQueryOptions({
    queryKey: forumKeys.revisions(postId),
    queryFn: ({ pageParam, signal }) => sdk.listRevisions({ params: { postId }, query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  });
