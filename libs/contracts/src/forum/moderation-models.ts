import { z } from 'zod';
import { badgeKey } from '../kernel/gates.ts';
import { id, instant, person, writtenText } from '../kernel/shapes.ts';
import { appealState, flagKind } from './models.ts';

/** Why something was decided, in public: no names of people who flagged, nothing that should not be read by all. */
export const decisionReason = writtenText({ min: 3, max: 500 });
export const topicChange = z.enum(['pinned', 'unpinned', 'closed', 'opened', 'moved']);
export const decisionAction = z.enum([
  'post_hidden', 'post_restored', 'flags_dismissed', 'appeal_granted', 'appeal_upheld', 'topic_pinned', 'topic_unpinned', 'topic_closed', 'topic_opened', 'topic_moved',
]);
/**
 * Exactly what a decision's `digest` is taken of: SHA-256 (hex) of the RFC 8785 form of these fields, taken from the decision
 * (`topicId` and `postId` from its parts, `moderatorId` from `by`).
 */
export const decisionStatement = z.object({
  decisionId: id, action: decisionAction, at: instant, moderatorId: id, topicId: id, postId: id.nullable(), rule: flagKind.nullable(), reason: z.string().nullable(),
});
/** One decision of a moderator, as everyone who may read the category sees it. */
export const decision = z.object({
  decisionId: id, action: decisionAction, at: instant, by: person, role: badgeKey.nullable().describe('The badge that gave the authority'),
  rule: flagKind.nullable(), reason: z.string().nullable(),
  topic: z.object({ topicId: id, slug: z.string(), title: z.string(), categoryId: id, author: person }),
  post: z.object({ postId: id, number: z.int(), author: person, excerpt: z.string().nullable().describe('Null when it is hidden from the caller') }).nullable(),
  moved: z.object({ fromCategoryId: id, toCategoryId: id }).nullable(),
  appeal: z.object({ state: appealState, until: instant, possible: z.boolean().describe('The caller can appeal now') }).nullable().describe('Set on the hiding of a post'),
  appealedDecisionId: id.nullable().describe('Set on the decision of an appeal'),
  audited: z.object({ event: z.string(), payload: z.record(z.string(), z.unknown()) }).nullable()
    .describe('The event in the audit trail, whose payload hash is the SHA-256 of the RFC 8785 form of this payload; null for what the public trail does not show'),
});

/** A flag as moderators see it: they judge what was said, not who reported it. */
export const caseFlag = z.object({ kind: flagKind, text: z.string().nullable(), at: instant });
export const caseState = z.enum(['open', 'claimed', 'decided']);
/** One piece of work for moderators: a flagged post, or an appeal. */
export const moderationCase = z.object({
  caseId: id, kind: z.enum(['flags', 'appeal']), state: caseState, openedAt: instant,
  claim: z.object({ by: person, until: instant, own: z.boolean() }).nullable(),
  topic: z.object({ topicId: id, slug: z.string(), title: z.string(), categoryId: id }),
  post: z.object({ postId: id, number: z.int(), author: person, createdAt: instant, html: z.string().describe('Also when hidden; empty when deleted'), hidden: z.boolean(), deleted: z.boolean() }),
  flags: z.array(caseFlag).describe('Oldest first, 50 at most'), flagCount: z.int(),
  appeal: z.object({ text: z.string(), at: instant, decision }).nullable(),
  decidable: z.boolean().describe('The caller may take it: not about the own post, nor an appeal against the own decision'),
  outcome: decision.nullable(),
});
/** A flag as its author sees it. */
export const ownFlag = z.object({
  flagId: id, kind: flagKind, text: z.string().nullable(), at: instant, topic: z.object({ topicId: id, slug: z.string(), title: z.string() }), postId: id, postNumber: z.int(),
  outcome: z.enum(['open', 'hidden', 'dismissed']), reason: z.string().nullable().describe('What the moderator said'), decidedAt: instant.nullable(),
});
