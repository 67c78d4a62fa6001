import type { forum, Person, RouteAnswer } from '@unityplan/contracts';
import type { DecisionRow } from './decisions.views.ts';
import { appealableUntil } from './decisions.policy.ts';

export type Decision = RouteAnswer<typeof forum.getDecision>;
type PersonOf = (memberId: string) => Person;

export interface Reader {
  readonly personOf: PersonOf;
  readonly memberId: string | undefined;
  /** May see hidden texts of the category. */
  readonly moderates: boolean;
  readonly now: number;
}

/** A decision as someone sees it who may. */
export function toDecision(row: DecisionRow, { personOf, memberId, moderates, now }: Reader): Decision {
  return {
    decisionId: row.id,
    action: row.action,
    at: row.decided_at.toISOString(),
    by: personOf(row.moderator_id),
    role: row.role,
    rule: row.rule,
    reason: row.reason,
    topic: { topicId: row.topic_id, slug: row.slug, title: row.title, categoryId: row.category_id, author: personOf(row.topic_author_id) },
    post: row.post_id === null ? null : { postId: row.post_id, number: row.number!, author: personOf(row.author_id), excerpt: excerptFor(row, memberId, moderates) },
    moved: row.from_category_id === null ? null : { fromCategoryId: row.from_category_id, toCategoryId: row.to_category_id! },
    appeal: row.action === 'post_hidden' ? { state: row.appeal_state, until: appealableUntil(row.decided_at).toISOString(), possible: isAppealable(row, memberId, now) } : null,
    appealedDecisionId: row.appealed_id,
    audited: row.event === null ? null : { event: row.event, payload: row.payload! },
  };
}

/** The beginning of the post: not once it is deleted, and while it is hidden only for its author and moderators. */
export function excerptFor(row: DecisionRow, memberId: string | undefined, moderates: boolean): string | null {
  if (row.post_deleted_at !== null) return null;
  return row.hidden_by === null || moderates || row.author_id === memberId ? row.excerpt : null;
}

/** Whether this member can appeal now: the author, once, in time, while this very decision hides the post. */
export function isAppealable(row: DecisionRow, memberId: string | undefined, now: number): boolean {
  return row.action === 'post_hidden' && row.author_id === memberId && row.hidden_by === row.id && row.post_deleted_at === null && row.appeal_state === 'none' && now <= appealableUntil(row.decided_at).getTime();
}

export function decisionPeople(row: DecisionRow): string[] {
  return [row.moderator_id, row.author_id, row.topic_author_id];
}
