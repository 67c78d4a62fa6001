import { z } from 'zod';
import { badgeSummary } from '../badge/http.ts';
import { courseLink } from '../badge/verdict.ts';
import { flagKind } from '../forum/models.ts';
import { badgeLevel } from '../kernel/gates.ts';
import { id, instant, person, territoryId } from '../kernel/shapes.ts';

/**
 * Why a member is told something, strongest first. Each is a row of the preferences. `badge_ended`: expired or revoked;
 * `post_moderated`: the own post was hidden or restored; `moderation_queue`: flags and appeals wait for a moderator.
 */
export const notificationReason = z.enum([
  'mention', 'reply', 'watching', 'post_moderated', 'appeal_decided', 'flag_decided', 'badge_ended', 'badge_expiring', 'badge_awarded', 'moderation_queue',
]);
export type NotificationReason = z.infer<typeof notificationReason>;
export const notificationKind = z.enum(['post', 'badge', 'moderation', 'queue']);

/** The one rule that let something through, and what to change so that it does not again. `always`: cannot be turned off. */
export const notificationRule = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('preference') }),
  z.object({ rule: z.literal('topic'), topicId: id }),
  z.object({ rule: z.literal('category'), categoryId: id }),
  z.object({ rule: z.literal('always') }),
]);
export const notificationWhy = z.object({ reason: notificationReason, rule: notificationRule });

const item = z.object({
  notificationId: id,
  reasons: z.array(notificationWhy).min(1).describe('Why the member is told, strongest first, each with the rule that let it through'),
  createdAt: instant,
  latestAt: instant.describe('When the newest thing in it happened; the list is in this order'),
  seenAt: instant.nullable(), readAt: instant.nullable(), doneAt: instant.nullable(), savedAt: instant.nullable(),
});
const postPlace = z.object({ postId: id, topicId: id, topicTitle: z.string(), topicSlug: z.string(), number: z.int(), excerpt: z.string() });

/** Posts of one topic that arrived while it was unread: “A, B and 12 others”. */
export const postNotification = item.extend({
  kind: z.literal('post'), post: postPlace.describe('The first of them that can be read: where the link goes'),
  postCount: z.int().min(1), actors: z.array(person).max(3).describe('Newest first'), actorCount: z.int().min(1),
});
/** Something about an own badge. `days`: of a badge that expires in so many days. `course`: completing it gave the badge, or renews it. */
export const badgeNotification = item.extend({
  kind: z.literal('badge'), event: z.enum(['awarded', 'renewed', 'expiring', 'expired', 'revoked']), awardId: id, badge: badgeSummary, territory: territoryId, level: badgeLevel.nullable(),
  expiresAt: instant.nullable(), days: z.int().nullable(), course: courseLink.nullable(), by: person.nullable(),
});
/**
 * A moderator's decision that concerns the member: about the own post, the own flag or the own appeal. `rule` is the one that was
 * applied; the excerpt is empty when the member may not read the post. `outcome`: of a flag `hidden` or `dismissed`, of an appeal
 * `granted` or `upheld`.
 */
export const moderationNotification = item.extend({
  kind: z.literal('moderation'), event: z.enum(['post_hidden', 'post_restored', 'flag_decided', 'appeal_decided']), decisionId: id, post: postPlace,
  outcome: z.enum(['hidden', 'dismissed', 'granted', 'upheld']).nullable(), rule: flagKind.nullable(), reason: z.string(), moderator: person.nullable(), canAppeal: z.boolean(), appealableUntil: instant.nullable(),
});
/** For moderators: what came into the queue since they last looked. */
export const queueNotification = item.extend({ kind: z.literal('queue'), flags: z.int(), appeals: z.int() });

export const notificationItem = z.discriminatedUnion('kind', [postNotification, badgeNotification, moderationNotification, queueNotification]);
export type NotificationItem = z.infer<typeof notificationItem>;
