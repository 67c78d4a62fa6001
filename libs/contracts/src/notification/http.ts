import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, instant, person } from '../kernel/shapes.ts';
import { notificationErrors } from './errors.ts';

const owner = 'notification';
export const notificationReason = z.enum(['mention', 'reply']);
export const notificationItem = z.object({
  notificationId: id, reasons: z.array(notificationReason).describe('Why the member is told, strongest first'), actor: person,
  topicId: id, topicTitle: z.string(), topicSlug: z.string(), postId: id, postNumber: z.int(), excerpt: z.string(), createdAt: instant, readAt: instant.nullable(),
});
const channels = z.object({ inApp: z.boolean(), mail: z.boolean() });
export const notificationPreferences = z.object({ mention: channels, reply: channels, mailPaused: z.boolean().describe('No mail at all, but for security and legal ones') });
const unsubscribeToken = z.object({ token: z.string().min(20).max(400) });

export const listNotifications = defineRoute({
  owner, id: 'listNotifications', method: 'GET', path: '/notifications', access: 'member', about: "The member's notifications, newest first. Deleted posts are left out.",
  query: pageQuery.extend({ unread: z.stringbool().default(false) }), answer: pageOf(notificationItem), errors: [commonErrors.cursor_invalid],
});
export const countUnread = defineRoute({
  owner, id: 'countUnreadNotifications', method: 'GET', path: '/notifications/unread', access: 'member', about: 'How many notifications are unread (counted up to 100).', answer: z.object({ unread: z.int() }),
});
export const markRead = defineRoute({
  owner, id: 'markNotificationsRead', method: 'POST', path: '/notifications/read', access: 'member', about: 'Marks the named notifications, those of a topic up to a post, or all as read.',
  body: z.union([z.object({ notificationIds: z.array(id).min(1).max(100) }), z.object({ topicId: id, upToNumber: z.int().min(1) }), z.object({ all: z.literal(true) })]),
  answer: z.object({ unread: z.int() }),
});
export const getPreferences = defineRoute({
  owner, id: 'getNotificationPreferences', method: 'GET', path: '/notification-preferences', access: 'member', about: 'What the member is told, and how.', answer: notificationPreferences,
});
export const setPreferences = defineRoute({
  owner, id: 'setNotificationPreferences', method: 'PUT', path: '/notification-preferences', access: 'member', about: 'Sets what the member is told, and how.', body: notificationPreferences, answer: notificationPreferences,
});
export const getUnsubscribe = defineRoute({
  owner, id: 'describeUnsubscribe', method: 'GET', path: '/unsubscribes/{token}', access: 'public', about: 'What an unsubscribe link would end; changes nothing.',
  params: unsubscribeToken, answer: z.object({ reason: notificationReason, subscribed: z.boolean() }), errors: [notificationErrors.unsubscribe_link_invalid],
});
export const unsubscribe = defineRoute({
  owner, id: 'unsubscribe', method: 'POST', path: '/unsubscribes/{token}', access: 'public', about: 'One-click unsubscribe (RFC 8058): ends mail of that reason; no sign-in, no cookie.',
  params: unsubscribeToken, body: z.unknown(), answer: z.object({ reason: notificationReason, subscribed: z.boolean() }), errors: [notificationErrors.unsubscribe_link_invalid],
});
export const resubscribe = defineRoute({
  owner, id: 'resubscribe', method: 'DELETE', path: '/unsubscribes/{token}', access: 'public', about: 'Takes an unsubscribe back.',
  params: unsubscribeToken, answer: z.object({ reason: notificationReason, subscribed: z.boolean() }), errors: [notificationErrors.unsubscribe_link_invalid],
});
