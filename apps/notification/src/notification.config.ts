import { fromEnv, parseConfig, podConfig, portFromEnv, readPodConfig } from '@unityplan/service-kit';
import { z } from 'zod';

const address = /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;
const origins = z.string().transform((text) => text.split(',').map((part) => part.trim()).filter(Boolean)).pipe(z.array(z.string().refine((text) => URL.parse(text)?.origin === text, 'must be origins such as http://127.0.0.1:8090')));

export const notificationConfig = podConfig.extend({
  /** Where mail is handed over: `smtp://user:password@host:587` or `smtps://…`. */
  smtpUrl: z.string('set it: without a mail server nobody can confirm an address').regex(/^smtps?:\/\/\S+$/, 'must look like smtp://host:587'),
  /** The sender of all mail: an address, with or without a name. */
  mailFrom: z.string('set it to the address that mail comes from').regex(address, 'must look like Name <name@example.org>'),
  /** Whom push services may write to about our messages (RFC 8292): `mailto:` or `https:`. */
  pushContact: z.string().regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'must look like mailto:name@example.org'),
  /** So long a push message waits, and is not sent when the notification is read in that time. */
  pushDelayMs: z.coerce.number().int().min(0).max(600_000).default(5_000),
  /** Origins of push services that need neither https nor a public address: a stand-in in development and tests. */
  pushTrustedOrigins: z.array(z.string()).or(origins).default([]),
});
export type NotificationConfig = z.infer<typeof notificationConfig>;

/** Reads the environment; the only place of this service that does. Production without a mail server does not start, and trusts no push service blindly. */
export function readNotificationConfig(env: Readonly<Record<string, string | undefined>> = process.env): { config: NotificationConfig; port: number } {
  const pod = readPodConfig(env);
  if (pod.environment === 'production' && env['PUSH_TRUSTED_ORIGINS'])
    throw new Error('PUSH_TRUSTED_ORIGINS is set: it belongs to development, and in production any member could make the pod call into its own network. Remove it.');
  const local = pod.environment === 'production' ? undefined : { smtpUrl: 'smtp://127.0.0.1:1025', mailFrom: 'UnityPlan <no-reply@unityplan.localhost>' };
  const mailFrom = fromEnv(env, 'MAIL_FROM') ?? local?.mailFrom;
  const raw = {
    ...pod,
    smtpUrl: fromEnv(env, 'SMTP_URL') ?? local?.smtpUrl,
    mailFrom,
    pushContact: env['PUSH_CONTACT'] ?? `mailto:${/[^\s<>]+@[^\s<>]+/.exec(mailFrom ?? '')?.[0] ?? 'nobody@invalid'}`,
    pushDelayMs: env['PUSH_DELAY_MS'],
    pushTrustedOrigins: env['PUSH_TRUSTED_ORIGINS'],
  };
  const variables = { smtpUrl: 'SMTP_URL', mailFrom: 'MAIL_FROM', pushContact: 'PUSH_CONTACT', pushDelayMs: 'PUSH_DELAY_MS', pushTrustedOrigins: 'PUSH_TRUSTED_ORIGINS' };
  return { config: parseConfig(notificationConfig, raw, variables), port: portFromEnv(env, 'notification') };
}
