import { queryOptions } from '@tanstack/react-query';
import { tellsDoors } from '../../../shared/lib/access.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';

/** A topic without its posts. */
export const topicQuery = (topicId: string) =>
  queryOptions({ queryKey: forumKeys.topic(topicId), queryFn: ({ signal }) => sdk.getTopic({ params: { topicId }, signal }), meta: tellsDoors });

/** One post, to learn where it stands. */
export const postQuery = (postId: string) =>
  queryOptions({ queryKey: forumKeys.post(postId), queryFn: ({ signal }) => sdk.getPost({ params: { postId }, signal }) });
