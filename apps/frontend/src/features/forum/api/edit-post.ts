import { useQueryClient } from '@tanstack/react-query';
import type { Post } from '@unityplan/sdk';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';
import { markDeleted, replacePost } from './posts-cache.ts';

/** Saves a changed text; `revision` is the one that was read, so that nothing newer is overwritten unseen. */
export function useEditPost(): (post: Post, change: { markdown: string; reason: string; revision: number; draftRevision: number }) => Promise<void> {
  const client = useQueryClient();
  return async (post, { markdown, reason, revision, draftRevision }) => {
    const saved = await sdk.editPost({ params: { postId: post.postId }, body: { markdown, revision, draftRevision, ...(reason.trim() ? { reason: reason.trim() } : {}) } });
    replacePost(client, saved);
    void client.invalidateQueries({ queryKey: forumKeys.revisions(post.postId) });
  };
}

/** Deletes an own post. */
export function useDeletePost(): (post: Post) => Promise<void> {
  const client = useQueryClient();
  return async (post) => {
    await sdk.deletePost({ params: { postId: post.postId } });
    markDeleted(client, post.topicId, post.postId);
  };
}
