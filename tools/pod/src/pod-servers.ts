import { findServers, startNats, startPostgres, startRedis, type Log, type RunningServer } from '@unityplan/servers';
import { databaseName } from '@unityplan/territory/names';
import type { PodPlan } from './pods.ts';
import type { PodSecrets } from './secrets.ts';

/** The three servers of a running pod. */
export interface PodServers {
  /** The pod's database, as its administrator. */
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly redisUrl: string;
  stop(): Promise<void>;
}

/** Finds or fetches PostgreSQL, NATS and Redis, and starts or adopts them. One NATS server with accounts SYS and POD from the first day. */
export async function startPodServers(stateDir: string, pod: PodPlan, secrets: PodSecrets, log: Log): Promise<PodServers> {
  const found = await findServers({ log });
  const accounts = [
    { name: 'SYS', user: 'sys', password: secrets.natsSystemPassword, jetstream: false },
    { name: 'POD', user: 'pod', password: secrets.natsPassword, jetstream: true },
  ];
  const started: RunningServer[] = [];
  const keep = async <T extends RunningServer>(starting: Promise<T>): Promise<T> => {
    const server = await starting;
    started.push(server);
    bringBack(server, log);
    return server;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.stop()));
  };
  try {
    const [postgres, nats, redis] = await Promise.all([
      keep(startPostgres({ stateDir, port: 0, found: found.postgres, log })),
      keep(startNats({ stateDir, port: 0, serverName: `nats-${pod.id}-1`, domain: pod.id, accounts, found: found.nats, log })),
      keep(startRedis({ stateDir, port: 0, found: found.redis, log })),
    ]);
    const database = new URL(postgres.url);
    if (found.postgres.source !== 'url') database.pathname = `/${databaseName(pod.id)}`;
    return { databaseUrl: database.href, natsUrl: nats.url, redisUrl: redis.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const longestPauseMs = 30_000;

/** A server that dies is started again with its data, with a growing pause; services wait for it by themselves. */
function bringBack(server: RunningServer, log: Log): void {
  let pauseMs = 100;
  let stopped = false;
  server.onExit((exit) => {
    stopped = exit.expected;
    if (stopped) return;
    log(`${exit.sentence} Starting it again.`);
    const again = (): void => {
      if (stopped) return;
      server.restart().then(
        () => log(`${server.name} is back`),
        (error: unknown) => {
          pauseMs = Math.min(pauseMs * 2, longestPauseMs);
          log(error instanceof Error ? error.message : String(error));
          setTimeout(again, pauseMs);
        },
      );
    };
    setTimeout(again, pauseMs);
  });
}
