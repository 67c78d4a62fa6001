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

it('has push settings that fit, and never trusts a push service of its own network in production', () => {
  const production = { ...pod, SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: 'Fora <fora@example.org>' };
  expect(readNotificationConfig(production).config).toMatchObject({ pushContact: 'mailto:fora@example.org', pushDelayMs: 5000, pushTrustedOrigins: [] });
  expect(() => readNotificationConfig({ ...production, PUSH_TRUSTED_ORIGINS: 'http://127.0.0.1:8090' })).toThrow(/PUSH_TRUSTED_ORIGINS is set/);
  const development = { ...pod, ENVIRONMENT: 'development', PUSH_TRUSTED_ORIGINS: 'http://127.0.0.1:8090, https://push.localhost', PUSH_DELAY_MS: '0' };
  expect(readNotificationConfig(development).config).toMatchObject({ pushDelayMs: 0, pushTrustedOrigins: ['http://127.0.0.1:8090', 'https://push.localhost'] });
  expect(() => readNotificationConfig({ ...development, PUSH_TRUSTED_ORIGINS: 'http://127.0.0.1:8090/x', PUSH_CONTACT: 'me', PUSH_DELAY_MS: '-1' })).toThrow(/PUSH_CONTACT: must look[\s\S]*PUSH_DELAY_MS[\s\S]*PUSH_TRUSTED_ORIGINS: /);
});
