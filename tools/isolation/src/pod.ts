import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiGatewayConfig, startApiGateway } from '@unityplan/api-gateway/app';
import { startAuth } from '@unityplan/auth/app';
import { startBadge } from '@unityplan/badge/app';
import { startCourse } from '@unityplan/course/app';
import { eventConfig, startEvent } from '@unityplan/event/app';
import { filesConfig, startFiles } from '@unityplan/files/app';
import { startForum } from '@unityplan/forum/app';
import { RpcClient } from '@unityplan/messaging';
import { notificationConfig, startNotification } from '@unityplan/notification/app';
import type { PodConfig, PodResources, RunningService } from '@unityplan/service-kit';
import { startTerritory } from '@unityplan/territory-service/app';
import { startConstellation, startPushEndpoint, type Constellation, type PushEndpoint, type StartService } from '@unityplan/testing';
import { startUser } from '@unityplan/user/app';
import { startWebsocket, websocketConfig } from '@unityplan/websocket/app';
import { dropDatabases, Inside, ownDatabases, type Layout } from './layout.ts';
import { startMails, type Mails } from './mails.ts';
import { everywhere, makeTerritories } from './territories.ts';
import { hangUp } from './wire.ts';
import { Routing } from './walls/routing.ts';

/** A whole pod of several territories with its door, as it runs in one process. */
export interface Pod extends Constellation {
  /** The door's. */
  readonly port: number;
  readonly rpc: RpcClient;
  readonly mails: Mails;
  readonly inside: Inside;
  readonly push: PushEndpoint;
  /** Which schema a service's connections look into; a test may bend it. */
  readonly routing: Routing;
}

const openapiFile = fileURLToPath(new URL('../../../docs/generated/openapi.json', import.meta.url));
const day = 86_400_000;

/** Starts everything. Limits of requests are off, and what runs by the hour does not run: only what is sent changes anything. */
export async function startPod(layout: Layout): Promise<Pod> {
  const [mails, push, blockstoreDir] = await Promise.all([startMails(), startPushEndpoint(), mkdtemp(join(tmpdir(), 'isolation-'))]);
  const routing = new Routing();
  const territoryDatabases = ownDatabases(layout);
  const running: RunningService[] = [];
  const start = (service: (options: never) => Promise<RunningService>, config: (raw: object) => object = (raw) => raw): StartService => async (options) => {
    const resources = routing.over(options.resources!);
    const started = await service({ ...options, resources, config: config(options.config) } as never);
    running.push(started);
    return started;
  };
  const first: StartService = async (options) => {
    await makeTerritories(options.config as PodConfig, options.resources as PodResources);
    return start(startEvent as never, (raw) => eventConfig.parse({ ...raw, checkpointEveryMs: day, checkpointSoonMs: 10 }))(options);
  };
  const upstreams = (): Record<string, string> => Object.fromEntries(running.map(({ name, url }) => [name, url]));
  const mail = { smtpUrl: mails.url, mailFrom: 'UnityPlan <no-reply@unityplan.localhost>', pushContact: 'mailto:nobody@unityplan.localhost', pushDelayMs: 0, pushTrustedOrigins: [push.origin] };
  const constellation = await startConstellation({
    config: { territories: [...everywhere], territoryDatabases, connectionLimit: 90, environment: 'test' },
    services: [
      first, start(startAuth as never), start(startUser as never), start(startBadge as never), start(startTerritory as never), start(startCourse as never), start(startForum as never),
      start(startFiles as never, (raw) => filesConfig.parse({ ...raw, blockstoreDir, collectEveryMs: day })),
      start(startNotification as never, (raw) => notificationConfig.parse({ ...raw, ...mail })),
      start(startWebsocket as never, (raw) => websocketConfig.parse({ ...raw, messageBurst: 100_000, maxSubscriptions: 1_000, cleanupEveryMs: day, drainSpreadMs: 50 })),
      start(startApiGateway as never, (raw) => apiGatewayConfig.parse({ ...raw, upstreams: upstreams(), openapiFile, limits: { enabled: false }, deadlineMs: 25_000 })),
    ],
  });
  const inside = new Inside(constellation);
  return {
    ...constellation, mails, push, routing, inside,
    port: Number(new URL(constellation.service('api-gateway').url).port),
    rpc: new RpcClient({ link: constellation.resources.nats, pod: constellation.config.podId }),
    stop: async () => {
      hangUp();
      await inside.close();
      await constellation.stop();
      await dropDatabases(Object.values(territoryDatabases));
      await Promise.all([mails.close(), push.close(), rm(blockstoreDir, { recursive: true, force: true })]);
    },
  };
}
