/** The service as a process of its own, to be killed without warning. */
import { startNotification, type NotificationConfig } from '../../src/app.ts';

process.on('disconnect', () => process.exit());
await startNotification({ config: JSON.parse(process.env['RIG_CONFIG']!) as NotificationConfig, port: 0 });
process.send!({ ready: true });
