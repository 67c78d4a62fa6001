import type { notification, RouteAnswer } from '@unityplan/contracts';
import type { Reason } from '../db/notifications.table.ts';

export type Preferences = RouteAnswer<typeof notification.getPreferences>;

/** What everyone has who changed nothing. */
export const defaults: Preferences = { mention: { inApp: true, mail: true }, reply: { inApp: true, mail: true }, mailPaused: false };

/** The reasons for which a member wants to see something in the list. */
export function wantedInApp(reasons: readonly Reason[], preferences: Preferences): Reason[] {
  return reasons.filter((reason) => preferences[reason].inApp);
}

/** The reasons for which a member wants a mail. */
export function wantedByMail(reasons: readonly Reason[], preferences: Preferences): Reason[] {
  return preferences.mailPaused ? [] : reasons.filter((reason) => preferences[reason].mail);
}
