import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id } from '../kernel/shapes.ts';
import { notificationErrors } from './errors.ts';
import { notificationItem, notificationKind, notificationReason, notificationWhy } from './models.ts';
import { notificationPreferences } from './preferences.ts';

const owner = 'notification';
const unsubscribeToken = z.object({ token: z.string().min(20).max(400) });
/** Counted up to 100. `unseen`: came since the list was last opened. */
const counts = { unread: z.int(), unseen: z.int() };

/** `inbox`: all but what is done. */
export const notificationState = z.enum(['inbox', 'unread', 'saved', 'done']);
/** `done` also reads; `undone` leaves read. */
export const notificationMark = z.enum(['seen', 'read', 'unread', 'done', 'undone', 'saved', 'unsaved']);
/** `upTo`: the newest that was on the screen, so that what arrived meanwhile stays as it is. */
export const whichNotifications = z.union([
  z.object({ notificationIds: z.array(id).min(1).max(100) }),
  z.object({ topicId: id, upToNumber: z.int().min(1) }),
  z.object({ all: z.literal(true), kind: notificationKind.optional(), upTo: id.optional() }),
]);

export const listNotifications = defineRoute({
  owner, id: 'listNotifications', method: 'GET', path: '/notifications', access: 'member',
  about: "The member's notifications, newest first. Read now under the member's rights: what was deleted, hidden or closed to the member is left out.",
  query: pageQuery.extend({ state: notificationState.default('inbox'), kind: notificationKind.optional() }), answer: pageOf(notificationItem), errors: [commonErrors.cursor_invalid],
});
export const countUnread = defineRoute({
  owner, id: 'countUnreadNotifications', method: 'GET', path: '/notifications/unread', access: 'member', about: 'How many notifications are unread, and unseen.', answer: z.object(counts),
});
export const markNotifications = defineRoute({
  owner, id: 'markNotifications', method: 'POST', path: '/notification-marks', access: 'member', about: 'Marks the named notifications, those of a topic up to a post, or all. Twice is the same as once.',
  body: z.object({ mark: notificationMark, which: whichNotifications }),
  answer: z.object({ ...counts, changed: z.int(), markId: id.nullable().describe('To undo exactly this, for `read` and `done`; null when nothing changed') }),
});
export const undoMark = defineRoute({
  owner, id: 'undoNotificationMark', method: 'DELETE', path: '/notification-marks/{markId}', access: 'member', about: 'Takes a `read` or `done` back: exactly what it changed and nobody changed since.',
  params: z.object({ markId: id }), answer: z.object({ ...counts, changed: z.int() }), errors: [notificationErrors.mark_gone],
});
export const changeRule = defineRoute({
  owner, id: 'changeNotificationRule', method: 'POST', path: '/notifications/{notificationId}/rules', access: 'member',
  about: 'Turns off exactly the rule that let a notification through for a reason: the watched topic or category becomes normal, or the reason is no longer shown in the list. `on` takes it back.',
  params: z.object({ notificationId: id }), body: z.object({ reason: notificationReason, on: z.boolean() }), answer: z.object({ why: notificationWhy, on: z.boolean() }),
  errors: [commonErrors.not_found, notificationErrors.notification_reason_unknown, notificationErrors.notification_rule_fixed],
});
export const getPreferences = defineRoute({
  owner, id: 'getNotificationPreferences', method: 'GET', path: '/notification-preferences', access: 'member', about: 'What the member is told, and how.', answer: notificationPreferences,
});
export const setPreferences = defineRoute({
  owner, id: 'setNotificationPreferences', method: 'PUT', path: '/notification-preferences', access: 'member', about: 'Sets what the member is told, and how. Takes effect for what waits, too.',
  body: notificationPreferences, answer: notificationPreferences,
});

/** What an unsubscribe link ends: mail for one reason, or all digests. */
export const mailSubscription = z.object({ about: z.enum([...notificationReason.options, 'digest']), subscribed: z.boolean() });
export const getUnsubscribe = defineRoute({
  owner, id: 'describeUnsubscribe', method: 'GET', path: '/unsubscribes/{token}', access: 'public', about: 'What an unsubscribe link would end; changes nothing.',
  params: unsubscribeToken, answer: mailSubscription, errors: [notificationErrors.unsubscribe_link_invalid],
});
export const unsubscribe = defineRoute({
  owner, id: 'unsubscribe', method: 'POST', path: '/unsubscribes/{token}', access: 'public', about: 'One-click unsubscribe (RFC 8058): ends mail of that reason, or digests; no sign-in, no cookie.',
  params: unsubscribeToken, body: z.unknown(), answer: mailSubscription, errors: [notificationErrors.unsubscribe_link_invalid],
});
export const resubscribe = defineRoute({
  owner, id: 'resubscribe', method: 'DELETE', path: '/unsubscribes/{token}', access: 'public', about: 'Takes an unsubscribe back.',
  params: unsubscribeToken, answer: mailSubscription, errors: [notificationErrors.unsubscribe_link_invalid],
});
