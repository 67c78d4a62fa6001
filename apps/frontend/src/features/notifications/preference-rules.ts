import type { NotificationPreferences, NotificationReason, QuietHours } from '@unityplan/sdk';

/** The rows of the settings, in the order of how much they concern one. */
export const reasons = [
  'mention', 'reply', 'watching', 'post_moderated', 'appeal_decided', 'flag_decided', 'badge_awarded', 'badge_expiring', 'badge_ended', 'moderation_queue',
] as const satisfies readonly NotificationReason[];

/** What cannot be changed: the law of the list, or nothing is ever sent that way. */
export function fixed(reason: NotificationReason, channel: 'inApp' | 'mail' | 'push'): 'always' | 'never' | undefined {
  if (channel === 'inApp') return reason === 'post_moderated' || reason === 'badge_ended' ? 'always' : undefined;
  return reason === 'moderation_queue' ? 'never' : undefined;
}

/** The settings with one cell of the table changed. */
export function withChannel<C extends 'inApp' | 'mail' | 'push'>(
  preferences: NotificationPreferences, reason: NotificationReason, channel: C, value: C extends 'mail' ? 'off' | 'instant' | 'digest' : boolean,
): NotificationPreferences {
  if (fixed(reason, channel)) return preferences;
  return { ...preferences, reasons: { ...preferences.reasons, [reason]: { ...preferences.reasons[reason], [channel]: value } } };
}

/** Whether anything waits for a digest at all. */
export function hasDigest({ reasons: rows }: NotificationPreferences): boolean {
  return reasons.some((reason) => rows[reason].mail === 'digest');
}

/** Whether quiet hours go over midnight. */
export function isOvernight({ from, to }: QuietHours): boolean {
  return to < from;
}
