import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { NotificationConfig } from './notification.config.ts';
import { NotificationModule } from './notification.module.ts';

export { notificationConfig, readNotificationConfig, type NotificationConfig } from './notification.config.ts';

/** Starts the notification service with its mail worker, alone or beside others when `resources` are given. */
export function startNotification(options: Omit<ServiceOptions<NotificationConfig>, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'notification', module: NotificationModule });
}
