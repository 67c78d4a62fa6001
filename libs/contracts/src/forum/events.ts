import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { exampleId } from '../kernel/examples.ts';
import { id } from '../kernel/shapes.ts';
import { topicChange } from './moderation-models.ts';

// All events of a topic share its order, so a reader never sees a reply before the topic or an edit before the post.
const inTopic = { version: 1, scope: 'territory', owner: 'forum', orderBy: 'topicId', personal: [] } as const;

export const topicCreated = defineEvent({
  ...inTopic, name: 'topic.created', about: 'A member opened a topic; its first post is part of it.',
  payload: z.object({ topicId: id, categoryId: id, authorId: id, postId: id, mentionedIds: z.array(id), gated: z.boolean().optional().describe('Not everyone may read it') }),
  example: { topicId: exampleId(10), categoryId: exampleId(11), authorId: exampleId(1), postId: exampleId(12), mentionedIds: [] },
});
export const postCreated = defineEvent({
  ...inTopic, name: 'post.created', about: 'A member replied in a topic.',
  payload: z.object({
    postId: id, topicId: id, categoryId: id, authorId: id, number: z.int().describe('Position in the topic; the first post is 1'),
    topicAuthorId: id, replyToPostId: id.nullable(), replyToAuthorId: id.nullable(), mentionedIds: z.array(id),
  }),
  example: {
    postId: exampleId(13), topicId: exampleId(10), categoryId: exampleId(11), authorId: exampleId(2), number: 2,
    topicAuthorId: exampleId(1), replyToPostId: null, replyToAuthorId: null, mentionedIds: [exampleId(1)],
  },
});
export const postEdited = defineEvent({
  ...inTopic, name: 'post.edited', about: 'The author changed a post; earlier text stays in its history.',
  payload: z.object({ postId: id, topicId: id, categoryId: id, authorId: id, number: z.int(), revision: z.int(), newlyMentionedIds: z.array(id) }),
  example: { postId: exampleId(13), topicId: exampleId(10), categoryId: exampleId(11), authorId: exampleId(2), number: 2, revision: 2, newlyMentionedIds: [] },
});
export const postDeleted = defineEvent({
  ...inTopic, name: 'post.deleted', about: 'The author deleted a post; a marker stays in its place.',
  payload: z.object({ postId: id, topicId: id, categoryId: id, authorId: id, number: z.int() }),
  example: { postId: exampleId(13), topicId: exampleId(10), categoryId: exampleId(11), authorId: exampleId(2), number: 2 },
});

export const categoryChanged = defineEvent({
  ...inTopic, orderBy: 'categoryId', name: 'category.changed', about: 'A category was made, or its texts, gates or place changed: who remembers gates reads them again.',
  payload: z.object({ categoryId: id }), example: { categoryId: exampleId(11) },
});
// What moderators do. `digest` is the SHA-256 (hex) of the RFC 8785 form of the public decision (`decisionStatement`), so that the audit
// trail vouches for its words without carrying them.
const decided = z.object({ decisionId: id, moderatorId: id, digest: z.string().length(64) });
const ofPost = z.object({ postId: id, topicId: id, categoryId: id, authorId: id, number: z.int() });
const decidedExample = { decisionId: exampleId(15), moderatorId: exampleId(3), digest: 'a'.repeat(64) };
const ofPostExample = { postId: exampleId(13), topicId: exampleId(10), categoryId: exampleId(11), authorId: exampleId(2), number: 2 };

export const topicChanged = defineEvent({
  ...inTopic, name: 'topic.changed', about: 'A moderator pinned, closed, opened or moved a topic; `categoryId` is where it is now.',
  payload: decided.extend({ topicId: id, categoryId: id, fromCategoryId: id.nullable().describe('Set when it moved'), authorId: id, change: topicChange }),
  example: { ...decidedExample, topicId: exampleId(10), categoryId: exampleId(11), fromCategoryId: null, authorId: exampleId(1), change: 'closed' },
});
export const postHidden = defineEvent({
  ...inTopic, name: 'post.hidden', about: 'A moderator hid a post; a marker says who, why and how to appeal.', payload: ofPost.extend(decided.shape), example: { ...ofPostExample, ...decidedExample },
});
export const postRestored = defineEvent({
  ...inTopic, name: 'post.restored', about: 'A hidden post is shown again; `byAppeal` when its author appealed (appeal.decided tells the author).',
  payload: ofPost.extend({ ...decided.shape, byAppeal: z.boolean() }), example: { ...ofPostExample, ...decidedExample, byAppeal: false },
});
const flagged = ofPost.extend({ caseId: id });
export const flagCreated = defineEvent({
  ...inTopic, name: 'flag.created', about: 'A member flagged a post. Who did is for the forum alone: never show it.',
  payload: flagged.extend({ flagId: id, flaggerId: id }), example: { ...ofPostExample, caseId: exampleId(14), flagId: exampleId(16), flaggerId: exampleId(4) },
});
export const flagDecided = defineEvent({
  ...inTopic, name: 'flag.decided', about: 'A moderator decided a flagged post; those who flagged it learn the outcome, nobody learns who they are (500 a time).',
  payload: flagged.extend({ ...decided.shape, outcome: z.enum(['hidden', 'dismissed']), flaggerIds: z.array(id) }),
  example: { ...ofPostExample, ...decidedExample, caseId: exampleId(14), outcome: 'hidden', flaggerIds: [exampleId(4)] },
});
export const appealCreated = defineEvent({
  ...inTopic, name: 'appeal.created', about: 'The author of a hidden post asks for another look; `decisionId` is the appealed one.',
  payload: ofPost.extend({ appealId: id, decisionId: id, moderatorId: id.describe('Who decided, and so cannot decide the appeal') }),
  example: { ...ofPostExample, appealId: exampleId(17), decisionId: exampleId(15), moderatorId: exampleId(3) },
});
export const appealDecided = defineEvent({
  ...inTopic, name: 'appeal.decided', about: 'Another moderator decided an appeal; `decisionId` is the new decision. When granted, post.restored follows.',
  payload: ofPost.extend({ ...decided.shape, appealId: id, appealedDecisionId: id, outcome: z.enum(['granted', 'upheld']) }),
  example: { ...ofPostExample, ...decidedExample, decisionId: exampleId(18), appealId: exampleId(17), appealedDecisionId: exampleId(15), outcome: 'granted' },
});
