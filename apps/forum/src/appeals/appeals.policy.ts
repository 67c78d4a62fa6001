import { forum, Problem } from '@unityplan/contracts';
import { appealableUntil } from '../decisions/decisions.policy.ts';

interface Appealed {
  readonly id: string;
  readonly action: string;
  readonly author_id: string;
  readonly decided_at: Date;
}

/** Why a member may not appeal a decision now; whether it was appealed before is for the database to say. */
export function whyNotAppeal(decision: Appealed, post: { readonly hidden_by: string | null; readonly deleted_at: Date | null }, memberId: string, now: number): Problem | undefined {
  const { appeal_not_possible, appeal_too_late } = forum.moderationErrors;
  if (decision.author_id !== memberId) return new Problem(forum.forumErrors.not_author);
  if (decision.action !== 'post_hidden' || post.hidden_by !== decision.id || post.deleted_at) return new Problem(appeal_not_possible);
  const until = appealableUntil(decision.decided_at);
  return now > until.getTime() ? new Problem(appeal_too_late, { until: until.toISOString() }) : undefined;
}
