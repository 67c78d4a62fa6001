import { notification } from '@unityplan/contracts';
import type { Selectable } from 'kysely';
import type { Reason } from '../db/notifications.table.ts';
import type { PreferencesTable } from '../db/preferences.table.ts';

export type Preferences = notification.NotificationPreferences;

/** What everyone has who changed nothing. */
export const defaults: Preferences = notification.defaultPreferences;

/** Reads what is stored; reasons that it does not know, or not so, are as for everyone. */
export function toPreferences(row: Partial<Selectable<PreferencesTable>> & { channels?: unknown } | undefined): Preferences {
  if (!row?.channels) return defaults;
  const stored = row.channels as Record<string, unknown>;
  const shapes = notification.notificationChannels.shape;
  const reasons = Object.fromEntries(
    notification.notificationReason.options.map((reason) => [reason, shapes[reason].safeParse(stored[reason]).data ?? defaults.reasons[reason]]),
  ) as Preferences['reasons'];
  return {
    reasons,
    mailPaused: row.mail_paused!,
    pushPaused: row.push_paused!,
    pushPrivate: row.push_private!,
    digest: { on: row.digest_on!, every: row.digest_every!, weekday: row.digest_weekday!, hour: row.digest_hour! },
    quietHours: row.quiet_from && row.quiet_to ? { from: row.quiet_from, to: row.quiet_to } : null,
  };
}

/** The reasons for which a member wants to see something in the list. */
function wantedInApp(reasons: readonly Reason[], preferences: Preferences): Reason[] {
  return reasons.filter((reason) => preferences.reasons[reason].inApp);
}

/** The reasons for which a member wants mail of this mode. */
export function wantedByMail(reasons: readonly Reason[], mode: 'instant' | 'digest', preferences: Preferences): Reason[] {
  if (preferences.mailPaused || (mode === 'digest' && !preferences.digest.on)) return [];
  return reasons.filter((reason) => preferences.reasons[reason].mail === mode);
}

/** Whether what waits for a digest may be in it: a wish for single mails that came later does not take it out. */
export function wantedInDigest(reasons: readonly Reason[], preferences: Preferences): Reason[] {
  return preferences.mailPaused || !preferences.digest.on ? [] : reasons.filter((reason) => preferences.reasons[reason].mail !== 'off');
}

/** The reasons for which a member wants a push message. */
export function wantedByPush(reasons: readonly Reason[], preferences: Preferences): Reason[] {
  return preferences.pushPaused ? [] : reasons.filter((reason) => preferences.reasons[reason].push);
}

/** By which channels something goes out now. */
export interface Channels {
  readonly inApp: boolean;
  readonly mail: 'off' | 'instant' | 'digest';
  readonly push: boolean;
}

/** What the reasons for telling a member come to, by their preferences. */
export function channelsFor(reasons: readonly Reason[], preferences: Preferences): Channels {
  return {
    inApp: wantedInApp(reasons, preferences).length > 0,
    mail: wantedByMail(reasons, 'instant', preferences).length > 0 ? 'instant' : wantedByMail(reasons, 'digest', preferences).length > 0 ? 'digest' : 'off',
    push: wantedByPush(reasons, preferences).length > 0,
  };
}

/** The reasons for which something goes out by any channel at all. */
export function wantedAtAll(reasons: readonly Reason[], preferences: Preferences): Reason[] {
  return reasons.filter((reason) => {
    const { inApp, mail, push } = channelsFor([reason], preferences);
    return inApp || mail !== 'off' || push;
  });
}
