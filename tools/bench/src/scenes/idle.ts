import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readServiceEnvironment } from '@unityplan/servers';
import { namesOf } from '@unityplan/territory';
import type { Figure, Findings } from '../bench.ts';
import { median } from '../figures.ts';
import { call } from '../http.ts';
import type { Pod } from '../pod.ts';
import { allProcesses, familyOf, memoryOf } from '../proc.ts';
import { asAdministrator, territoryIds, type ManyTerritories } from './territories-ground.ts';

const [few, many] = [10, 250];
/** Long enough for every sweep of a few seconds to come several times. */
const restMs = 30_000;
/** Until connections that nobody uses have closed. */
const settleMs = 90_000;

/** What a pod costs while nobody asks for anything. */
interface Idle {
  readonly rss: number;
  readonly postgresMemory: number;
  readonly connections: number;
  readonly services: number;
  readonly postgres: number;
  readonly others: number;
  readonly consumers: number;
  readonly redis: number;
}

/** The same pod with ten territories and with 250, each visited once and then left alone. */
export async function measureIdle(ground: ManyTerritories, rounds: number, tell: (line: string) => void): Promise<Findings> {
  const found = new Map<number, Idle[]>();
  for (const count of [few, many]) {
    const grown = await ground.serve(count);
    await sleep(5_000);
    await grown.quiet(900_000); // new territories get the platform's courses
    const pod = await ground.again();
    for (const id of territoryIds(count)) await visit(pod, id);
    await pod.quiet(300_000);
    await sleep(settleMs);
    const rows: Idle[] = [];
    for (let round = 0; round < rounds; round++) rows.push(await rest(pod));
    found.set(count, rows);
    tell(`${count} territories at rest: ${JSON.stringify(rows.at(-1))}`);
  }
  const figure = (name: string, unit: string, of: (idle: Idle) => number): Figure => {
    const base = found.get(few)!.map(of);
    return { name, unit, values: found.get(many)!.map(of), goal: 2 * Math.max(median(base), 1), baseline: { name: `with ${few} territories`, values: base } };
  };
  return {
    figures: [
      figure(`idle with ${many} territories: services, RSS`, 'MiB', ({ rss }) => rss),
      figure('… PostgreSQL connections', '', ({ connections }) => connections),
      figure('… CPU of services and PostgreSQL', 'CPU-ms/s', ({ services, postgres }) => services + postgres),
      { ...figure('… … of it PostgreSQL', 'CPU-ms/s', ({ postgres }) => postgres), goal: undefined } as Figure,
      figure('… CPU of NATS and Redis', 'CPU-ms/s', ({ others }) => others),
      figure('… PostgreSQL, memory (PSS)', 'MiB', ({ postgresMemory }) => postgresMemory),
      figure('… NATS consumers', '', ({ consumers }) => consumers),
      figure('… Redis connections', '', ({ redis }) => redis),
    ],
    notes: [`Idle: all services in one process, started anew when the territories were there; every territory was asked for its categories through the gateway, then ${settleMs / 1000} s passed, then ${restMs / 1000} s were measured a round. The goal is twice what ${few} territories cost in the same run.`],
  };
}

async function visit(pod: Pod, territoryId: string): Promise<void> {
  const { status } = await call({ port: pod.port, path: '/api/v1/categories', headers: { host: `${namesOf(territoryId).localHost}:${pod.port}` } });
  if (status !== 200) throw new Error(`The categories of ${territoryId} were answered ${status}`);
}

async function rest(pod: Pod): Promise<Idle> {
  const before = pod.cpu();
  await sleep(restMs);
  const after = pod.cpu();
  const per = (ms: number): number => ms / (restMs / 1000);
  const [postgres] = pod.serverPids;
  const env = readServiceEnvironment(pod.state);
  return {
    rss: memoryOf(pod.servicesPid).rss,
    postgresMemory: familyOf(postgres!, allProcesses()).reduce((sum, pid) => sum + memoryOf(pid).proportional, 0),
    connections: await connectionsOf(pod),
    services: per(after.services - before.services), postgres: per(after.postgres - before.postgres),
    others: per(after.nats + after.redis - before.nats - before.redis),
    consumers: await consumersOf(env['NATS_URL']!, env['NATS_USER'], env['NATS_PASSWORD']),
    redis: await redisClientsOf(env['REDIS_URL']!),
  };
}

const connectionsOf = (pod: Pod): Promise<number> =>
  asAdministrator(pod, async (client) => (await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and application_name <> 'bench'`)).rows[0]!.n);

/** JetStream's own count, asked for as any client does. */
async function consumersOf(url: string, user: string | undefined, pass: string | undefined): Promise<number> {
  const hello = JSON.stringify({ verbose: false, pedantic: false, user, pass, lang: 'bench', version: '1', protocol: 1 });
  const text = await said(url, `CONNECT ${hello}\r\nSUB bench.answer 1\r\nPUB $JS.API.INFO bench.answer 0\r\n\r\n`, /"consumers":\s*\d+/);
  return Number(/"consumers":\s*(\d+)/.exec(text)![1]);
}

/** Besides the one that asks. */
async function redisClientsOf(url: string): Promise<number> {
  const { username, password } = new URL(url);
  const signIn = password === '' ? '' : `AUTH ${username === '' ? '' : `${decodeURIComponent(username)} `}${decodeURIComponent(password)}\r\n`;
  const text = await said(url, `${signIn}INFO clients\r\n`, /connected_clients:\d+\r/);
  return Number(/connected_clients:(\d+)/.exec(text)![1]) - 1;
}

/** What a server of a line protocol says until `enough`. */
function said(url: string, question: string, enough: RegExp): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = createConnection({ host: hostname, port: Number(port) }, () => socket.write(question));
    socket.setTimeout(5_000, () => socket.destroy(new Error(`No answer: ${text.slice(0, 200)}`)));
    socket.on('data', (part) => {
      text += part.toString('utf8');
      if (!enough.test(text)) return;
      socket.destroy();
      resolve(text);
    });
    socket.on('error', reject);
  });
}
