import { expect, it } from 'vitest';
import { podEnvironment, portOf } from './environment.ts';

const addresses = { databaseUrl: 'postgres://x/unityplan_dk', natsUrl: 'nats://x', redisUrl: 'redis://x', smtpUrl: 'smtp://x', mailboxUrl: 'http://x' };
const secrets = { podSecret: 's', keyEncryptionKey: 'k', natsPassword: 'n', natsSystemPassword: 'm' };

it('moves every port with the web address', () => {
  expect([portOf('api-gateway', 8080), portOf('auth', 8080), portOf('auth', 18_080)]).toEqual([8080, 8001, 18_001]);
  const env = podEnvironment('/srv/up', { id: 'dk', territories: ['DK', 'NO'] }, 9080, addresses, secrets);
  expect(env).toMatchObject({ TERRITORIES: 'DK,NO', API_GATEWAY_PORT: '9080', FORUM_URL: 'http://127.0.0.1:9005', PUBLIC_URL: 'http://{slug}.localhost:9080' });
});
