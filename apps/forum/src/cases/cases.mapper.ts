import type { forum, Person, RouteAnswer } from '@unityplan/contracts';
import type { z } from 'zod';
import { stateOf, whyNotImpartial } from './cases.policy.ts';
import type { CaseWithPost } from './cases.views.ts';

export type Case = RouteAnswer<typeof forum.getCase>;
type Decision = NonNullable<Case['outcome']>;

/** What a case's answer needs beyond its row. */
export interface CaseParts {
  readonly personOf: (memberId: string) => Person;
  readonly flags: readonly z.input<typeof forum.caseFlag>[];
  readonly appeal: { readonly text: string; readonly at: Date } | undefined;
  readonly decisionOf: (decisionId: string) => Decision;
  readonly memberId: string;
  readonly now: number;
}

export function toCase(row: CaseWithPost, { personOf, flags, appeal, decisionOf, memberId, now }: CaseParts): Case {
  const state = stateOf(row, now);
  return {
    caseId: row.id,
    kind: row.kind,
    state,
    openedAt: row.opened_at.toISOString(),
    claim: state === 'claimed' ? { by: personOf(row.claimed_by!), until: row.claimed_until!.toISOString(), own: row.claimed_by === memberId } : null,
    topic: { topicId: row.topic_id, slug: row.slug, title: row.title, categoryId: row.category_id },
    post: {
      postId: row.post_id, number: row.number, author: personOf(row.author_id), createdAt: row.created_at.toISOString(), html: row.deleted_at ? '' : row.html,
      hidden: row.hidden_by !== null, deleted: row.deleted_at !== null,
    },
    flags: [...flags],
    flagCount: row.flag_count,
    appeal: row.appealed_id === null ? null : { text: appeal?.text ?? '', at: (appeal?.at ?? row.opened_at).toISOString(), decision: decisionOf(row.appealed_id) },
    decidable: state !== 'decided' && whyNotImpartial(row, memberId) === undefined,
    outcome: row.decision_id === null ? null : decisionOf(row.decision_id),
  };
}

/** Everyone a case shows: never who flagged. */
export function casePeople(row: CaseWithPost): string[] {
  return row.claimed_by === null ? [row.author_id] : [row.author_id, row.claimed_by];
}
