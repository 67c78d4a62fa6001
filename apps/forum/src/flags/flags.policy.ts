import { forum, type ErrorContract } from '@unityplan/contracts';

/** Why a member may not flag a post; undefined when they may. */
export function whyNotFlag(post: { readonly author_id: string; readonly deleted_at: Date | null; readonly hidden_by: string | null }, memberId: string): ErrorContract | undefined {
  if (post.author_id === memberId) return forum.moderationErrors.flag_own_post;
  if (post.deleted_at) return forum.forumErrors.post_gone;
  return post.hidden_by ? forum.forumErrors.post_hidden : undefined;
}
