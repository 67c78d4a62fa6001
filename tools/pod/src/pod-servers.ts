import { findServers, startNats, startPostgres, startRedis, startTogether, type Log, type RunningServer, type ServerName } from '@unityplan/servers';
import { databaseName } from '@unityplan/territory/names';
import type { PodPlan } from './pods.ts';
import type { PodSecrets } from './secrets.ts';

export type FoundServers = Awaited<ReturnType<typeof findServers>>;

/** The three servers of a running pod. */
export interface PodServers {
  /** The pod's database, as its administrator. */
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly natsUser: string;
  readonly natsPassword: string;
  readonly redisUrl: string;
  /** Of the database roles; undefined for what is usual. */
  readonly rolePrefix: string | undefined;
  /** Which of them the operator runs, and named by a URL. */
  readonly foreign: Readonly<Record<ServerName, boolean>>;
  /** What runs, for people. */
  readonly summary: string;
  stop(): Promise<void>;
}

/** What the servers of a pod are started with. */
interface ServersWish {
  readonly stateDir: string;
  readonly pod: PodPlan;
  readonly secrets: PodSecrets;
  /** Of PostgreSQL, where it is started here. */
  readonly maxConnections: number | undefined;
  /** Says how to log in to servers of the operator's. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
}

/** As whom the pod logs in to its NATS, unless the operator says otherwise of a server of theirs. */
const podUser = 'pod';

/** Starts or adopts PostgreSQL, NATS and Redis. One NATS server with accounts SYS and POD from the first day. */
export async function startPodServers(found: FoundServers, { stateDir, pod, secrets, maxConnections, env, log }: ServersWish): Promise<PodServers> {
  const accounts = [
    { name: 'SYS', user: 'sys', password: secrets.natsSystemPassword, jetstream: false },
    { name: 'POD', user: podUser, password: secrets.natsPassword, jetstream: true },
  ];
  const started: RunningServer[] = [];
  let stopping = false;
  const keep = async <T extends RunningServer>(starting: Promise<T>): Promise<T> => {
    const server = await starting;
    started.push(server);
    bringBack(server, () => stopping, log);
    return server;
  };
  const stop = async (): Promise<void> => {
    stopping = true;
    await Promise.all(started.map((server) => server.stop()));
  };
  const foreign = { postgres: found.postgres.source === 'url', nats: found.nats.source === 'url', redis: found.redis.source === 'url' };
  if (foreign.postgres && maxConnections !== undefined) log('POSTGRES_MAX_CONNECTIONS is passed over: the PostgreSQL of DATABASE_URL is yours, and has its own max_connections');
  const starting = startTogether([
    keep(startPostgres({ stateDir, port: 0, found: found.postgres, log, settings: maxConnections === undefined ? {} : { max_connections: maxConnections } })),
    keep(startNats({ stateDir, port: 0, serverName: `nats-${pod.id}-1`, domain: pod.id, accounts, found: found.nats, log })),
    keep(startRedis({ stateDir, port: 0, found: found.redis, log })),
  ]);
  try {
    const [postgres, nats, redis] = await starting;
    const database = new URL(postgres.url);
    if (!foreign.postgres) database.pathname = `/${databaseName(pod.id)}`;
    const summary = [title('PostgreSQL', postgres), title('NATS', nats), title('Redis', redis)].join(', ');
    const natsUser = (foreign.nats && env['NATS_USER']) || podUser;
    const natsPassword = (foreign.nats && env['NATS_PASSWORD']) || secrets.natsPassword;
    const rolePrefix = (foreign.postgres && env['ROLE_PREFIX']) || pod.rolePrefix;
    return { databaseUrl: database.href, natsUrl: nats.url, natsUser, natsPassword, redisUrl: redis.url, rolePrefix, foreign, summary, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function title(name: string, server: RunningServer): string {
  const how = server.pid === 0 ? ' (yours)' : server.adopted ? ' (still running)' : '';
  return `${name} ${server.version}${how}`;
}

/** Lines of the servers' starts that say no more than the summary. */
export const isRoutine = (line: string): boolean => /^\w+ [\d.]+ (\((installed|fetched),|is ready on port)|is still running \(process/.test(line);

const longestPauseMs = 30_000;

/** A server that dies is started again with its data, with a growing pause; services wait for it by themselves. */
function bringBack(server: RunningServer, stopping: () => boolean, log: Log): void {
  let pauseMs = 100;
  server.onExit((exit) => {
    if (exit.expected || stopping()) return;
    log(`${exit.sentence} Starting it again.`);
    const again = (): void => {
      if (stopping()) return;
      server.restart().then(
        () => {
          pauseMs = 100;
          log(`${server.name} is back`);
          // A stop that came meanwhile found nothing to stop.
          if (stopping()) void server.stop();
        },
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
