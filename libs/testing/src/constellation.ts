import { openResources, type Clock, type PodConfig, type PodResources, type RunningService } from '@unityplan/service-kit';
import { createLogger, type Logger } from '@unityplan/telemetry';
import { caller } from './call.ts';
import { takeGround, type TestGround } from './cluster.ts';
import { memberMaker } from './members.ts';

/** How an app exports its start, as far as tests are concerned. */
type Start<Config> = (options: { config: Config; port: number; resources?: PodResources; clock?: Clock; log?: Logger }) => Promise<RunningService>;
export type StartService = Start<never>;

/** A service with settings of its own: `schema`, its configuration, fills in what the test does not say. */
export function configured<Config>(start: Start<Config>, schema: { parse(raw: unknown): Config }, settings: object = {}): StartService {
  return (options) => start({ ...options, config: schema.parse({ ...(options.config as object), ...settings }) });
}

export interface ConstellationOptions {
  /** Start functions of the services under test; ports are free ones, resources are shared. */
  readonly services: readonly StartService[];
  /** Further configuration, such as SMTP_URL's field of the notification service. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly clock?: Clock;
}

export interface Constellation {
  readonly ground: TestGround;
  readonly config: PodConfig;
  readonly resources: PodResources;
  readonly services: readonly RunningService[];
  readonly call: ReturnType<typeof caller>;
  /** A member with a valid token, without the auth service. */
  readonly member: ReturnType<typeof memberMaker>;
  service(name: string): RunningService;
  /** Resolves when every event was carried and handled, and those that came of it too. Needs the event service among the services. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** Boots services in this process on real servers: own database cloned from the template, own NATS account, own Redis database. */
export async function startConstellation(options: ConstellationOptions): Promise<Constellation> {
  const ground = await takeGround();
  const config: PodConfig & Record<string, unknown> = {
    environment: 'test',
    podId: 'dk',
    territories: ['DK', 'NO'],
    databaseUrl: ground.databaseUrl,
    territoryDatabases: {},
    rolePrefix: ground.cluster.rolePrefix,
    podSecret: ground.cluster.podSecret,
    keyEncryptionKey: ground.cluster.keyEncryptionKey,
    natsUrl: ground.cluster.natsUrl,
    natsUser: ground.natsUser,
    natsPassword: ground.natsPassword,
    redisUrl: ground.redisUrl,
    publicUrl: 'http://{slug}.localhost:8080',
    filesUrl: 'http://{slug}.files-unityplan.localhost:8080',
    logLevel: (process.env['TEST_LOG_LEVEL'] ?? 'silent') as 'silent',
    connectionLimit: 40,
    host: '127.0.0.1',
    ...options.config,
  };
  const log = createLogger({ service: 'test', level: config.logLevel });
  const resources = await openResources(config, 'api-gateway', log);
  await forgetStreams(resources);
  await resources.redis.flushdb();
  const services: RunningService[] = [];
  const stop = async (): Promise<void> => {
    for (const service of services.toReversed()) await service.close();
    await resources.close();
    await ground.release();
  };
  try {
    for (const start of options.services)
      services.push(await start({ config: config as never, port: 0, resources, log, ...(options.clock ? { clock: options.clock } : {}) }));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ground, config, resources, services,
    call: caller(() => services, config.podSecret),
    member: memberMaker(ground, config.territories),
    service: (name) => {
      const found = services.find((service) => service.name === name);
      if (!found) throw new Error(`The service ${name} is not part of this test`);
      return found;
    },
    drain: async () => {
      const [carrier, ...others] = services.toSorted((a, b) => Number(b.name === 'event') - Number(a.name === 'event'));
      for (let round = 0; round <= services.length; round++) {
        await carrier?.drain();
        for (const service of others) await service.drain();
      }
    },
    stop,
  };
}

/** An account may have served another test file before: its streams go. */
async function forgetStreams(resources: PodResources): Promise<void> {
  const manager = await resources.nats.manager();
  for await (const stream of manager.streams.list()) await manager.streams.delete(stream.config.name);
}
