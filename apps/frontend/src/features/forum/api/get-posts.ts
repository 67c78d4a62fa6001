import { infiniteQueryOptions } from '@tanstack/react-query';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';

/** Where a page of posts begins: at a number, or where a neighbour page ended. */
export type PostsStart = { from: number } | { cursor: string };

/** The posts of a topic from a number on, growing both ways. */
export const postsQuery = (topicId: string, from: number) =>
  infiniteQueryOptions({
    queryKey: forumKeys.postsFrom(topicId, from),
    queryFn: ({ pageParam, signal }) => sdk.listPosts({ params: { topicId }, query: pageParam, signal }),
    initialPageParam: { from } as PostsStart,
    getNextPageParam: (page): PostsStart | undefined => (page.next ? { cursor: page.next } : undefined),
    getPreviousPageParam: (page): PostsStart | undefined => (page.previous ? { cursor: page.previous } : undefined),
  });

/** The window to load so that a post is in it with a few before it. */
export function windowFor(number: number): number {
  return number <= 15 ? 1 : number - 5;
}
