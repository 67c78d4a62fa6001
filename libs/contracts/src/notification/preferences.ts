import { z } from 'zod';

/** `instant`: a mail each. `digest`: in the next digest. */
export const mailMode = z.enum(['off', 'instant', 'digest']);
/** A time of day in the member's own time zone. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day such as 22:00');

const channels = z.object({ inApp: z.boolean(), mail: mailMode, push: z.boolean() });
const alwaysInApp = channels.extend({ inApp: z.literal(true, 'This is always shown in the list') });
const inAppOnly = z.object({ inApp: z.boolean(), mail: z.literal('off', 'There is no mail about this'), push: z.literal(false, 'There is no push about this') });

/** What a member is told, by reason and channel. What cannot be changed is a literal. */
export const notificationChannels = z.object({
  mention: channels, reply: channels, watching: channels, post_moderated: alwaysInApp, appeal_decided: channels, flag_decided: channels,
  badge_ended: alwaysInApp, badge_expiring: channels, badge_awarded: channels, moderation_queue: inAppOnly,
});
/** When digests come: at this hour, each day or on this weekday (1 is Monday), by the member's own clock. */
export const digestSchedule = z.object({ on: z.boolean(), every: z.enum(['daily', 'weekly']), weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23) });
/** Mail and push wait from one time of day to the other, over midnight when `to` is earlier. */
export const quietHours = z.object({ from: localTime, to: localTime }).refine(({ from, to }) => from !== to, { path: ['to'], message: 'Choose an end that differs from the beginning' });

export const notificationPreferences = z.object({
  reasons: notificationChannels,
  mailPaused: z.boolean().describe('No mail at all, but for security and legal ones'),
  pushPaused: z.boolean(),
  pushPrivate: z.boolean().describe('Push messages say that there is news, and nothing of what it is'),
  digest: digestSchedule,
  quietHours: quietHours.nullable().describe('Mail and push wait; security mails do not'),
});
export type NotificationPreferences = z.infer<typeof notificationPreferences>;

/** Everyone has these who changed nothing. */
export const defaultPreferences: NotificationPreferences = {
  reasons: {
    mention: { inApp: true, mail: 'instant', push: true }, reply: { inApp: true, mail: 'instant', push: true }, watching: { inApp: true, mail: 'digest', push: false },
    post_moderated: { inApp: true, mail: 'instant', push: true }, appeal_decided: { inApp: true, mail: 'instant', push: true }, flag_decided: { inApp: true, mail: 'digest', push: false },
    badge_ended: { inApp: true, mail: 'instant', push: true }, badge_expiring: { inApp: true, mail: 'instant', push: false }, badge_awarded: { inApp: true, mail: 'instant', push: true },
    moderation_queue: { inApp: true, mail: 'off', push: false },
  },
  mailPaused: false, pushPaused: false, pushPrivate: false,
  digest: { on: true, every: 'daily', weekday: 1, hour: 8 }, quietHours: null,
};
