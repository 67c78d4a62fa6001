import { runProcess } from '@unityplan/service-kit';
import { startNotification } from './app.ts';
import { readNotificationConfig } from './notification.config.ts';

await runProcess(() => startNotification(readNotificationConfig()));
