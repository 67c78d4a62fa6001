import { expect, it } from 'vitest';
import { ownDatabases, podPlans } from './pods.ts';
import { inheritedEnvironment, podEnvironment, portOf, serviceNames, webPorts } from './environment.ts';

const addresses = { databaseUrl: 'postgres://x/unityplan_dk', natsUrl: 'nats://x', natsUser: 'pod', natsPassword: 'n', rolePrefix: undefined, redisUrl: 'redis://x', smtpUrl: 'smtp://x', mailboxUrl: 'http://x' };
const secrets = { podSecret: 's', keyEncryptionKey: 'k', natsPassword: 'n', natsSystemPassword: 'm' };

it('moves every port with the web address', () => {
  expect([portOf('api-gateway', 8080), portOf('auth', 8080), portOf('auth', 18_080)]).toEqual([8080, 8001, 18_001]);
  const env = podEnvironment({ root: '/srv/up', stateDir: '/srv/state' }, podPlans['denmark']!, { territories: ['DK', 'NO'], ownDatabases: {} }, 9080, addresses, secrets);
  expect(env).toMatchObject({ TERRITORIES: 'DK,NO', API_GATEWAY_PORT: '9080', FORUM_URL: 'http://127.0.0.1:9005', PUBLIC_URL: 'http://{slug}.localhost:9080', PUBLIC_FILES_URL: 'http://{slug}.files-unityplan.localhost:9080', BLOCKSTORE_DIR: '/srv/state/blockstore', FILES_URL: 'http://127.0.0.1:9012' });
});

it('names the databases of territories and the roles of the pod', () => {
  const europe = podPlans['europe']!;
  const data = { territories: ['DE', 'FR', 'ES', 'DE-BERLIN'], ownDatabases: ownDatabases(europe, 'own') };
  const env = podEnvironment({ root: '/srv/up', stateDir: '/srv/state' }, europe, data, europe.port, { ...addresses, rolePrefix: europe.rolePrefix }, secrets);
  expect(env).toMatchObject({ POD_ID: 'eu', TERRITORIES: 'DE,FR,ES,DE-BERLIN', POSTGRES_DB_DE: 'unityplan_de', POSTGRES_DB_FR: 'unityplan_fr', POSTGRES_DB_ES: 'unityplan_es', ROLE_PREFIX: 'up_eu_', AUTH_PORT: '8101', WEBSOCKET_PORT: '9100' });
  expect(env).not.toHaveProperty('POSTGRES_DB_DE_BERLIN');
});

it('knows which web ports leave a port for every service', () => {
  const ports = (web: number) => serviceNames.map((name) => portOf(name, web));
  expect([Math.min(...ports(webPorts.least)), Math.max(...ports(webPorts.greatest))]).toEqual([1, 65_535]);
});

it('takes over the terminal but not what bends the pod', () => {
  expect(inheritedEnvironment({ PATH: '/bin', LOG_LEVEL: 'debug', POSTGRES_DB_DK: 'x', POD_SECRET_FILE: '/f', ROLE_PREFIX: 'a_' })).toEqual({ PATH: '/bin', LOG_LEVEL: 'debug' });
});
