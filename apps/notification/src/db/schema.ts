import type { Reader, TerritoryDb, Tx } from '@unityplan/territory';
import type { DigestsTable } from './digests.table.ts';
import type { MailJobsTable, PushJobsTable } from './jobs.table.ts';
import type { EntriesTable, NotificationsTable } from './notifications.table.ts';
import type { PreferencesTable } from './preferences.table.ts';
import type { PushSubscriptionsTable, VapidKeysTable } from './push.table.ts';
import type { SpreadsTable } from './spreads.table.ts';
import type { WatchLevelsTable } from './watch-levels.table.ts';

/** The notification service's part of a territory's schema. */
export interface NotificationSchema {
  notifications: NotificationsTable;
  notification_entries: EntriesTable;
  notification_preferences: PreferencesTable;
  watch_levels: WatchLevelsTable;
  mail_jobs: MailJobsTable;
  digests: DigestsTable;
  push_subscriptions: PushSubscriptionsTable;
  push_jobs: PushJobsTable;
  vapid_keys: VapidKeysTable;
  spreads: SpreadsTable;
}

export type NotificationDb = TerritoryDb<NotificationSchema>;
export type NotificationTx = Tx<NotificationSchema>;
export type NotificationReader = Reader<NotificationSchema>;
