import { Redis } from 'ioredis';
import { Leases, NatsLink } from '@unityplan/messaging';
import { createKeyring, ConnectionBudget, followPlacements, loadRegistry, podDatabases, registrySource, type Keyring, type PodDatabases, type TerritoryRegistry } from '@unityplan/territory';
import { createLogger, type Logger } from '@unityplan/telemetry';
import type { PodConfig } from './config.ts';
import { followRegistry } from './follow-registry.ts';
import type { ServiceName } from './service-ports.ts';

/** What the services of one process share: connections are dear, so there is one of each. */
export interface PodResources {
  readonly databases: PodDatabases;
  readonly registry: TerritoryRegistry;
  readonly budget: ConnectionBudget;
  readonly keyring: Keyring;
  readonly nats: NatsLink;
  readonly leases: Leases;
  readonly redis: Redis;
  close(): Promise<void>;
}

/** Opens what the services of a process share, logged in as `name`. Waits for NATS; throws when PostgreSQL cannot be read. */
export async function openResources(config: PodConfig, name: ServiceName, log: Logger = createLogger({ service: name, level: config.logLevel })): Promise<PodResources> {
  const databases = podDatabases({
    podId: config.podId,
    databaseUrl: config.databaseUrl,
    territoryDatabases: config.territoryDatabases,
    roleSecret: config.podSecret,
    ...(config.rolePrefix === undefined ? {} : { rolePrefix: config.rolePrefix }),
  });
  const registry = await loadRegistry(registrySource(databases, name));
  followPlacements(databases, registry);
  const nats = new NatsLink({
    url: config.natsUrl,
    name,
    log,
    ...(config.natsUser === undefined ? {} : { user: config.natsUser }),
    ...(config.natsPassword === undefined ? {} : { password: config.natsPassword }),
  });
  await nats.connect();
  const stopFollowing = followRegistry({ registry, nats, podId: config.podId, name, log });
  const leases = new Leases({ connection: databases.connection('global', name), log });
  const redis = new Redis(config.redisUrl, { lazyConnect: true, maxRetriesPerRequest: 1, enableOfflineQueue: false, connectionName: name });
  // Redis only speeds things up: its errors are seen where it is used, and reconnecting goes on by itself.
  redis.on('error', () => undefined);
  await redis.connect().catch(() => undefined);
  return {
    databases,
    registry,
    budget: new ConnectionBudget(config.connectionLimit),
    keyring: createKeyring({ podKeys: { 1: config.keyEncryptionKey } }),
    nats,
    leases,
    redis,
    close: async () => {
      stopFollowing();
      redis.disconnect();
      await leases.close();
      await nats.drain();
    },
  };
}
