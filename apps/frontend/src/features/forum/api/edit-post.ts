import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Post } from '@unityplan/sdk';
import { sendAgain } from '../../../shared/lib/query-client.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import type { PostedDraft } from './drafts.ts';
import { forumKeys } from './keys.ts';
import { markDeleted, replacePost } from './posts-cache.ts';

interface Change {
  markdown: string;
  reason: string;
  /** The one that was read, so that nothing newer is overwritten unseen. */
  revision: number;
}

/** Saves a changed text. Its draft goes with it, also when the page was left meanwhile. */
export function useEditPost({ postId }: Post, draft: PostedDraft) {
  const client = useQueryClient();
  return useMutation({
    ...sendAgain,
    mutationFn: async ({ reason, ...body }: Change) =>
      sdk.editPost({ params: { postId }, body: { ...body, ...(reason.trim() ? { reason: reason.trim() } : {}), draftRevision: await draft.hold() } }),
    onError: draft.release,
    onSuccess: (saved) => {
      draft.clear(true);
      replacePost(client, saved);
      void client.invalidateQueries({ queryKey: forumKeys.revisions(postId) });
    },
  });
}

/** Deletes an own post. */
export function useDeletePost({ topicId, postId }: Post) {
  const client = useQueryClient();
  return useMutation({
    ...sendAgain,
    mutationFn: () => sdk.deletePost({ params: { postId } }),
    onSuccess: () => markDeleted(client, topicId, postId),
  });
}
