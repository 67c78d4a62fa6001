import { Redis } from 'ioredis';
import { Leases, NatsLink } from '@unityplan/messaging';
import { createKeyring, ConnectionBudget, loadRegistry, podDatabases, registrySource, type Keyring, type PodDatabases, type TerritoryRegistry } from '@unityplan/territory';
import type { PodConfig } from './config.ts';

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

/** Opens what the services of a process share. Throws one clear sentence when a server cannot be reached. */
export async function openResources(config: PodConfig, name: string): Promise<PodResources> {
  const databases = podDatabases({
    podId: config.podId,
    databaseUrl: config.databaseUrl,
    territoryDatabases: config.territoryDatabases,
    roleSecret: config.podSecret,
    ...(config.rolePrefix === undefined ? {} : { rolePrefix: config.rolePrefix }),
  });
  const registry = await loadRegistry(registrySource(databases, 'territory'), { baseDomains: ['unityplan.org', 'localhost'] });
  const nats = await NatsLink.connect({ url: config.natsUrl, user: config.natsUser, password: config.natsPassword, name });
  const leases = new Leases({ databases });
  const redis = new Redis(config.redisUrl, { lazyConnect: true, maxRetriesPerRequest: 1, enableOfflineQueue: false, connectionName: name });
  // Redis only speeds things up: its errors are seen where it is used, and reconnecting goes on by itself.
  redis.on('error', () => undefined);
  await redis.connect().catch(() => undefined);
  return {
    databases,
    registry,
    budget: new ConnectionBudget(config.connectionLimit),
    keyring: createKeyring({ keyEncryptionKey: Buffer.from(config.keyEncryptionKey, 'base64') }),
    nats,
    leases,
    redis,
    close: async () => {
      redis.disconnect();
      await leases.close();
      await nats.close();
    },
  };
}
