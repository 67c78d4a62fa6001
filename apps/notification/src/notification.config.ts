import { fromEnv, parseConfig, podConfig, portFromEnv, readPodConfig } from '@unityplan/service-kit';
import { z } from 'zod';

export const notificationConfig = podConfig.extend({
  /** Where mail is handed over: `smtp://user:password@host:587` or `smtps://…`. */
  smtpUrl: z.string('set it: without a mail server nobody can confirm an address').regex(/^smtps?:\/\/\S+$/, 'must look like smtp://host:587'),
  /** The sender of all mail: an address, with or without a name. */
  mailFrom: z.string('set it to the address that mail comes from').regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must look like Name <name@example.org>'),
});
export type NotificationConfig = z.infer<typeof notificationConfig>;

/** Reads the environment; the only place of this service that does. Production without a mail server does not start. */
export function readNotificationConfig(env: Readonly<Record<string, string | undefined>> = process.env): { config: NotificationConfig; port: number } {
  const pod = readPodConfig(env);
  const local = pod.environment === 'production' ? undefined : { smtpUrl: 'smtp://127.0.0.1:1025', mailFrom: 'UnityPlan <no-reply@unityplan.localhost>' };
  const raw = { ...pod, smtpUrl: fromEnv(env, 'SMTP_URL') ?? local?.smtpUrl, mailFrom: fromEnv(env, 'MAIL_FROM') ?? local?.mailFrom };
  return { config: parseConfig(notificationConfig, raw, { smtpUrl: 'SMTP_URL', mailFrom: 'MAIL_FROM' }), port: portFromEnv(env, 'notification') };
}
