import { z } from 'zod';
import { badgeErrors } from '../badge/errors.ts';
import { commonErrors } from '../kernel/common-errors.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, instant, writtenText } from '../kernel/shapes.ts';
import { forumErrors } from './errors.ts';
import { flagKind, post, topicPage } from './models.ts';
import { caseState, decision, decisionReason, moderationCase, ownFlag } from './moderation-models.ts';
import { moderationErrors } from './moderation-errors.ts';

// Who moderates is each category's own gate, so these routes are for members and the forum decides by the category in question.
const owner = 'forum';
const { not_found, cursor_invalid } = commonErrors;
const { badge_required } = badgeErrors;
const { moderation_of_own_post, case_claimed, case_not_claimed, case_decided, appeal_needs_another_moderator } = moderationErrors;
const ofPost = z.object({ postId: id });
const ofCase = z.object({ caseId: id });
const ofDecision = z.object({ decisionId: id });

export const changeTopic = defineRoute({
  owner, id: 'changeTopic', method: 'PATCH', path: '/topics/{topicId}', access: 'member',
  about: 'Moderators pin (also until a time), unpin, close, open or move a topic: one of these a time. Its address stays the same wherever it goes; moving asks for the right to moderate both categories.',
  params: z.object({ topicId: id }),
  body: z.discriminatedUnion('change', [
    z.object({ change: z.literal('pin'), until: instant.nullable(), reason: decisionReason.optional() }), z.object({ change: z.literal('unpin'), reason: decisionReason.optional() }),
    z.object({ change: z.literal('close'), reason: decisionReason }), z.object({ change: z.literal('open'), reason: decisionReason }),
    z.object({ change: z.literal('move'), categoryId: id, reason: decisionReason }),
  ]),
  answer: topicPage, errors: [not_found, badge_required, moderationErrors.topic_unchanged],
});
export const hidePost = defineRoute({
  owner, id: 'hidePost', method: 'POST', path: '/posts/{postId}/hiding', access: 'member', about: 'A moderator hides a post at once, with the rule and the reason that everybody sees. Decides an open case of the post as well.',
  params: ofPost, body: z.object({ rule: flagKind, reason: decisionReason }), answer: post,
  errors: [not_found, badge_required, moderation_of_own_post, case_claimed, moderationErrors.post_already_hidden, forumErrors.post_gone],
});
export const restorePost = defineRoute({
  owner, id: 'restorePost', method: 'POST', path: '/posts/{postId}/restoring', access: 'member', about: 'A moderator shows a hidden post again, with the reason. While an appeal is open, that decides.',
  params: ofPost, body: z.object({ reason: decisionReason }), answer: post,
  errors: [not_found, badge_required, moderation_of_own_post, moderationErrors.post_not_hidden, moderationErrors.post_under_appeal],
});

export const flagPost = defineRoute({
  owner, id: 'flagPost', method: 'POST', path: '/posts/{postId}/flags', access: 'member', about: 'Tells moderators that a post breaks a rule. Its author never learns who did. Flagging again while the first is open is the same flag.',
  params: ofPost, body: z.object({ kind: flagKind, text: writtenText({ min: 1, max: 1000 }).nullable().default(null) }), answer: ownFlag, status: 201,
  errors: [not_found, badge_required, moderationErrors.flag_own_post, forumErrors.post_gone, forumErrors.post_hidden],
});
export const listOwnFlags = defineRoute({
  owner, id: 'listOwnFlags', method: 'GET', path: '/flags', access: 'member', about: 'What the member flagged, newest first, with the outcomes.', query: pageQuery, answer: pageOf(ownFlag), errors: [cursor_invalid],
});

export const listCases = defineRoute({
  owner, id: 'listCases', method: 'GET', path: '/moderation/cases', access: 'member',
  about: 'The queue of the categories that the caller moderates: open and claimed cases oldest first, decided ones newest first. Cases about own posts are left out.',
  query: pageQuery.extend({ state: caseState.default('open'), kind: z.enum(['flags', 'appeal']).optional(), categoryId: id.optional() }),
  answer: pageOf(moderationCase), errors: [cursor_invalid, badge_required],
});
export const getCase = defineRoute({
  owner, id: 'getCase', method: 'GET', path: '/moderation/cases/{caseId}', access: 'member', about: 'One case of the queue.', params: ofCase, answer: moderationCase, errors: [not_found, badge_required, moderation_of_own_post],
});
export const claimCase = defineRoute({
  owner, id: 'claimCase', method: 'POST', path: '/moderation/cases/{caseId}/claim', access: 'member', about: 'Takes a case for 15 minutes, so that no two moderators work on the same; again for 15 more.',
  params: ofCase, answer: moderationCase, status: 200, errors: [not_found, badge_required, case_claimed, case_decided, moderation_of_own_post, appeal_needs_another_moderator],
});
export const releaseCase = defineRoute({
  owner, id: 'releaseCase', method: 'DELETE', path: '/moderation/cases/{caseId}/claim', access: 'member', about: 'Gives a case back to the queue. Harmless when it is not taken.',
  params: ofCase, errors: [not_found, badge_required, case_claimed],
});
export const decideCase = defineRoute({
  owner, id: 'decideCase', method: 'POST', path: '/moderation/cases/{caseId}/decision', access: 'member',
  about: 'Decides a case that the caller has taken. Flags: `dismiss` or `hide`. Appeals: `grant` (the post is shown again) or `uphold`. Reasons are public.',
  params: ofCase,
  body: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('dismiss'), reason: decisionReason }), z.object({ outcome: z.literal('hide'), rule: flagKind, reason: decisionReason }),
    z.object({ outcome: z.literal('grant'), reason: decisionReason }), z.object({ outcome: z.literal('uphold'), reason: decisionReason }),
  ]),
  answer: moderationCase, status: 200,
  errors: [not_found, badge_required, case_not_claimed, case_decided, moderation_of_own_post, appeal_needs_another_moderator, moderationErrors.post_already_hidden, forumErrors.post_gone],
});
export const listModerationLog = defineRoute({
  owner, id: 'listModerationLog', method: 'GET', path: '/moderation/log', access: 'public', about: 'What moderators did, newest first, in the categories that the caller may read. Dismissed flags are left out: nobody stands in the log for having been flagged.',
  query: pageQuery.extend({ categoryId: id.optional(), topicId: id.optional() }), answer: pageOf(decision), errors: [cursor_invalid, not_found, badge_required],
});
export const getDecision = defineRoute({
  owner, id: 'getDecision', method: 'GET', path: '/moderation/decisions/{decisionId}', access: 'public', about: 'One decision; the author of the post sees it whatever the category asks for.',
  params: ofDecision, answer: decision, errors: [not_found, badge_required],
});
export const listOwnSanctions = defineRoute({
  owner, id: 'listOwnSanctions', method: 'GET', path: '/sanctions', access: 'member', about: "What moderators decided about the caller's own posts and topics, newest first, and whether it can be appealed.",
  query: pageQuery, answer: pageOf(decision), errors: [cursor_invalid],
});
export const createAppeal = defineRoute({
  owner, id: 'createAppeal', method: 'POST', path: '/moderation/decisions/{decisionId}/appeal', access: 'member', about: 'The author of a hidden post asks another moderator to look again: once a decision, within 14 days.',
  params: ofDecision, body: z.object({ text: writtenText({ min: 10, max: 2000 }) }), answer: decision, status: 201,
  errors: [not_found, forumErrors.not_author, moderationErrors.appeal_exists, moderationErrors.appeal_too_late, moderationErrors.appeal_not_possible],
});
