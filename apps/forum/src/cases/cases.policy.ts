import { forum, type ErrorContract } from '@unityplan/contracts';

export const claimMs = 15 * 60_000;

interface Case {
  readonly author_id: string;
  readonly not_by: string | null;
  readonly claimed_by: string | null;
  readonly claimed_until: Date | null;
  readonly decided_at: Date | null;
}

/** Why someone may not work on a case at all: nobody judges their own words, nor the appeal against their own decision. */
export function whyNotImpartial(item: Pick<Case, 'author_id' | 'not_by'>, memberId: string): ErrorContract | undefined {
  if (item.author_id === memberId) return forum.moderationErrors.moderation_of_own_post;
  if (item.not_by === memberId) return forum.moderationErrors.appeal_needs_another_moderator;
  return undefined;
}

/** `claimed`: a moderator is at work on it, for a while. */
export function stateOf(item: Case, now: number): 'open' | 'claimed' | 'decided' {
  if (item.decided_at) return 'decided';
  return isClaimed(item, now) ? 'claimed' : 'open';
}

function isClaimed({ claimed_by, claimed_until }: Pick<Case, 'claimed_by' | 'claimed_until'>, now: number): boolean {
  return claimed_by !== null && claimed_until !== null && claimed_until.getTime() > now;
}

/** Whether a moderator other than this one is at work on it. */
export function isWithOther(item: Case, memberId: string, now: number): boolean {
  return item.decided_at === null && isClaimed(item, now) && item.claimed_by !== memberId;
}

/** Why a moderator may not decide a case now. */
export function whyNotDecide(item: Case, memberId: string, now: number): ErrorContract | undefined {
  const partial = whyNotImpartial(item, memberId);
  if (partial) return partial;
  if (item.decided_at) return forum.moderationErrors.case_decided;
  return isClaimed(item, now) && item.claimed_by === memberId ? undefined : forum.moderationErrors.case_not_claimed;
}
