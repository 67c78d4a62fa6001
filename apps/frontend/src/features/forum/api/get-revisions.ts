import { pagedQuery } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';

/** The texts a post has had, newest first. */
export const revisionsQuery = (postId: string) =>
  pagedQuery(forumKeys.revisions(postId), (from, signal) => sdk.listRevisions({ params: { postId }, query: from, signal }), { staleTime: 0 });
