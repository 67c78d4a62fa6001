import { forum, type ErrorContract } from '@unityplan/contracts';
import type { z } from 'zod';

type Vote = z.infer<typeof forum.vote>;

export const valueOf = (vote: Vote | null): 1 | -1 | 0 => (vote === null ? 0 : vote === 'up' ? 1 : -1);

/** Why a member may not vote on a post; undefined when they may. */
export function whyNotVote(post: { readonly author_id: string; readonly deleted_at: Date | null; readonly hidden_by: string | null }, memberId: string): ErrorContract | undefined {
  if (post.author_id === memberId) return forum.forumErrors.vote_on_own_post;
  if (post.deleted_at) return forum.forumErrors.post_gone;
  if (post.hidden_by) return forum.forumErrors.post_hidden;
  return undefined;
}
