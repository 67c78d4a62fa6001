import 'reflect-metadata';
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Broadcasts, MessagingServer, Outbox, RpcClient, type ConsumerTuning } from '@unityplan/messaging';
import { createLogger, createMetrics, type Logger } from '@unityplan/telemetry';
import { createTerritoryDb, type TerritoryDb } from '@unityplan/territory';
import { AccessGuard } from './auth/access-guard.ts';
import { TokenVerifier } from './auth/access-token.ts';
import { Permissions } from './auth/permissions.ts';
import { issuerKeys, type IssuerKeysTable } from './auth/issuer-keys.ts';
import { clockOf } from './clock.ts';
import { deriveKey, type PodConfig } from './config.ts';
import { databaseHooks } from './data/database-hooks.ts';
import { FileLinks } from './files/file-links.ts';
import { HealthController } from './health/health.controller.ts';
import { Health } from './health/health.ts';
import { AnswerCheck } from './http/answer-check.ts';
import { refuseUndeclaredRoutes } from './http/declared-access.ts';
import { GuestAnswers } from './http/guest-answers.ts';
import { ProblemFilter } from './http/problem-filter.ts';
import { createServer, observeRequests, takeBodies } from './http/server.ts';
import { CLOCK, CONFIG, DB, KEYRING, LOGGER, METRICS, REDIS, REGISTRY, type Clock } from './kit.ts';
import { openResources, type PodResources } from './resources.ts';
import type { ServiceName } from './service-ports.ts';

const identityServices: ReadonlySet<ServiceName> = new Set(['auth', 'api-gateway', 'websocket']);

/** Key id of the gateway's signature on `x-up-context`. */
export const contextKeyPurpose = 'gateway context';

export interface ServiceOptions<C extends PodConfig = PodConfig> {
  readonly name: ServiceName;
  /** The service's Nest module; everything of the kit can be injected in it. */
  readonly module: Type<unknown> | DynamicModule;
  readonly config: C;
  /** 0 picks a free port. */
  readonly port: number;
  /** Shared with other services of the process; without it the service opens and closes its own. */
  readonly resources?: PodResources;
  readonly clock?: Clock;
  readonly log?: Logger;
  /** How it consumes events, where the defaults do not suit it. */
  readonly consuming?: ConsumerTuning;
}

export interface RunningService {
  readonly name: string;
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly db: TerritoryDb<never>;
  readonly messaging: MessagingServer;
  readonly resources: PodResources;
  /** Resolves when it has handled every event carried so far; the event service also when it has carried every one. For tests. */
  drain(): Promise<void>;
  /** Takes no new work, finishes what runs, closes everything it opened. */
  close(): Promise<void>;
}

/** Starts one service: checks declarations, connects, listens. The same call serves its own process and the shared one. */
export async function startService<C extends PodConfig>(options: ServiceOptions<C>): Promise<RunningService> {
  const { name, config } = options;
  const resources = options.resources ?? (await openResources(config, name));
  const log = options.log ?? createLogger({ service: name, level: config.logLevel });
  const metrics = createMetrics(name);
  const health = new Health(name);
  const db = createTerritoryDb<never>({ service: name, databases: resources.databases, registry: resources.registry, budget: resources.budget, ...databaseHooks(metrics, log) });
  const verifier = new TokenVerifier(issuerKeys(db as unknown as TerritoryDb<{ issuer_keys: IssuerKeysTable }>));
  const handled = metrics.seconds('event_handling_seconds', 'Time to handle an event', ['event', 'outcome']);
  const link = resources.nats;
  const pod = config.podId;
  const messaging = new MessagingServer({
    service: name, pod, link, leases: resources.leases, db, log, ownDatabases: () => resources.databases.list().slice(1).flatMap(({ own }) => own), onOutcome: (event, outcome, seconds) => handled.observe({ event, outcome }, seconds), ...options.consuming,
  });

  const clock = options.clock ?? clockOf(config);
  // Who is signed in goes by the machine's clock, or a pod that is shown next year would no longer know its people.
  const ownClock = options.clock ?? (identityServices.has(name) ? Date.now : clock);
  const rpc = new RpcClient({ link, pod, log });
  const broadcasts = new Broadcasts({ link, pod, service: name, log });
  const permissions = new Permissions({ rpc, broadcasts, registry: resources.registry, clock, log });
  const stopListening = permissions.listen();

  const guests = new GuestAnswers();

  const shared: Provider[] = [
    { provide: CONFIG, useValue: config },
    { provide: DB, useValue: db },
    { provide: REGISTRY, useValue: resources.registry },
    { provide: KEYRING, useValue: resources.keyring },
    { provide: LOGGER, useValue: log },
    { provide: METRICS, useValue: metrics },
    { provide: REDIS, useValue: resources.redis },
    { provide: CLOCK, useValue: ownClock },
    { provide: Health, useValue: health },
    { provide: TokenVerifier, useValue: verifier },
    { provide: Outbox, useValue: new Outbox() },
    { provide: RpcClient, useValue: rpc },
    { provide: Broadcasts, useValue: broadcasts },
    { provide: Permissions, useValue: permissions },
    { provide: GuestAnswers, useValue: guests },
    { provide: FileLinks, useValue: new FileLinks(config, clock) },
  ];
  const edge: Provider[] = [
    { provide: APP_GUARD, useValue: new AccessGuard(verifier, resources.registry, deriveKey(config.podSecret, contextKeyPurpose), permissions) },
    { provide: APP_FILTER, useValue: new ProblemFilter(log) },
    { provide: APP_INTERCEPTOR, useValue: guests },
    { provide: APP_INTERCEPTOR, useValue: new AnswerCheck(config.environment !== 'production') },
  ];
  const kit: DynamicModule = { module: KitModule, global: true, imports: [DiscoveryModule], controllers: [HealthController], providers: [...shared, ...edge], exports: shared };
  const root: DynamicModule = { module: RootModule, imports: [kit, options.module] };

  const app = await NestFactory.create<NestFastifyApplication>(root, createServer(), { logger: ['error', 'fatal'], abortOnError: false });
  observeRequests(app, name, metrics);
  takeBodies(app);
  refuseUndeclaredRoutes(app);
  app.connectMicroservice({ strategy: messaging });
  health.add({ name: 'postgres', check: () => db.global.read((reader) => reader.selectNoFrom((eb) => eb.lit(1).as('one')).execute()) });
  health.add({ name: 'nats', check: () => (link.status === 'up' ? Promise.resolve() : Promise.reject(new Error('NATS is away'))) });
  await app.startAllMicroservices();
  await app.listen({ port: options.port, host: config.host });
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  log.info({ port: Number(new URL(url).port) }, 'listening');

  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= (async () => {
      health.drain();
      stopListening();
      await app.close();
      await db.close();
      if (!options.resources) await resources.close();
    })());
  return { name, url, app, db, messaging, resources, drain: () => messaging.drain(), close };
}

@Module({})
class KitModule {}

@Module({})
class RootModule {}
