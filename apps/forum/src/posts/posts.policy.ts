import { forum, type ErrorContract } from '@unityplan/contracts';

interface OwnedPost {
  readonly author_id: string;
  readonly deleted_at: Date | null;
  readonly hidden_by: string | null;
}

/** Why a member may not change a post; undefined when they may. */
export function whyNotEdit(post: OwnedPost, memberId: string): ErrorContract | undefined {
  if (post.author_id !== memberId) return forum.forumErrors.not_author;
  if (post.deleted_at) return forum.forumErrors.post_gone;
  // What was judged stays as it was until an appeal is decided.
  if (post.hidden_by) return forum.forumErrors.post_hidden;
  return undefined;
}

/** Why a member may not delete a post; deleting twice is fine. */
export function whyNotDelete(post: OwnedPost, memberId: string): ErrorContract | undefined {
  return post.author_id === memberId ? undefined : forum.forumErrors.not_author;
}

/** Who must be told of an edit: those whom no earlier text has mentioned. */
export function newlyMentioned(before: readonly string[], now: readonly string[]): string[] {
  return now.filter((memberId) => !before.includes(memberId));
}
