import { expect, it } from 'vitest';
import { readNotificationConfig } from './notification.config.ts';

const pod = {
  ENVIRONMENT: 'production', POD_ID: 'dk', TERRITORIES: 'DK', DATABASE_URL: 'postgres://localhost', POD_SECRET: 'x'.repeat(32),
  KEY_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'), NATS_URL: 'nats://localhost', REDIS_URL: 'redis://localhost',
};

it('refuses to start in production without a mail server, naming what to set', () => {
  expect(() => readNotificationConfig(pod)).toThrow(/SMTP_URL: set it[\s\S]*MAIL_FROM: set it/);
  expect(() => readNotificationConfig({ ...pod, SMTP_URL: 'localhost:25', MAIL_FROM: 'nobody' })).toThrow(/SMTP_URL: must look like[\s\S]*MAIL_FROM: must look like/);
});

it('reads what it is told, and has a local mailbox in development', () => {
  expect(readNotificationConfig({ ...pod, SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: 'Fora <fora@example.org>' }).config).toMatchObject({ smtpUrl: 'smtps://mail.example.org', mailFrom: 'Fora <fora@example.org>' });
  expect(readNotificationConfig({ ...pod, ENVIRONMENT: 'development' }).config.smtpUrl).toBe('smtp://127.0.0.1:1025');
});
