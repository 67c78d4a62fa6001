import type { Reader, TerritoryDb, Tx } from '@unityplan/territory';
import type { MailJobsTable } from './mail-jobs.table.ts';
import type { NotificationsTable } from './notifications.table.ts';
import type { PreferencesTable } from './preferences.table.ts';

/** The notification service's part of a territory's schema. */
export interface NotificationSchema {
  notifications: NotificationsTable;
  notification_preferences: PreferencesTable;
  mail_jobs: MailJobsTable;
}

export type NotificationDb = TerritoryDb<NotificationSchema>;
export type NotificationTx = Tx<NotificationSchema>;
export type NotificationReader = Reader<NotificationSchema>;
