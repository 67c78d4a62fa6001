import type { Figure, Findings, Setting } from '../bench.ts';
import { median, percentile } from '../figures.ts';
import type { LoadResult } from '../load/jobs.ts';
import { LoadProcess } from '../load/process.ts';
import { api, makeMembers, makeTopics, ordinaryText, signIn, type BenchMember } from '../people.ts';
import { Pod, settingsOfPostgres, type PodOptions } from '../pod.ts';
import { firstPostOf } from './topic-page.ts';
import { each, PostgresShares, type Shares } from '../postgres-shares.ts';
import { familyCpuMs } from '../proc.ts';

const steady = { rate: 20, seconds: 10 };
const flatOut = { rate: 0, seconds: 8, lanes: 8 };

/** CPU milliseconds of one reply and all that follows from it. */
interface Cost {
  readonly all: number;
  readonly services: number;
  readonly postgres: number;
  readonly nats: number;
  readonly redis: number;
  readonly roles: Shares;
  readonly processes: Shares;
  readonly load: LoadResult;
}

interface Stage {
  readonly pod: Pod;
  readonly shares: PostgresShares;
  readonly load: LoadProcess;
  readonly post: (pace: typeof steady, through: 'forum' | 'gateway') => Promise<LoadResult>;
  readonly setMail: (on: boolean) => Promise<void>;
  /** CPU milliseconds of the two rows alone, by plain pg, at the steady pace. */
  readonly bare: () => Promise<number>;
}

/**
 * A reply from the call to the last row that follows from it (outbox, relay, notification, live entry, audit), with and without the mail,
 * at a steady pace and as fast as it goes; who of the pod takes what. A pod of its own, in one process and in one for each service.
 */
export async function measureReply({ options, rounds, tell }: Setting): Promise<Findings> {
  settingsOfPostgres(options.state, { shared_preload_libraries: 'pg_stat_statements', compute_query_id: 'on', 'pg_stat_statements.track': 'none' });
  const found = new Map<string, Cost[]>();
  const measure = async (name: string, stage: Stage, pace: typeof steady, through: 'forum' | 'gateway' = 'forum'): Promise<void> => {
    const cost = await costOf(stage, () => stage.post(pace, through));
    found.set(name, [...(found.get(name) ?? []), cost]);
    tell(`${name}: ${cost.all.toFixed(2)} CPU-ms = services ${cost.services.toFixed(2)} + PostgreSQL ${cost.postgres.toFixed(2)} + NATS ${cost.nats.toFixed(2)} + Redis ${cost.redis.toFixed(2)}; ${(cost.load.done / cost.load.seconds).toFixed(0)}/s, p50 ${percentile(cost.load.latencies, 0.5).toFixed(1)} ms`);
  };
  let statements: Shares = {};
  const bare: number[] = [];
  await onStage(options, async (stage) => {
    await stage.setMail(false);
    await stage.post({ ...steady, rate: 100 }, 'forum'); // warm
    for (let round = 0; round < rounds; round++) {
      bare.push(await stage.bare());
      await measure('steady', stage, steady);
      await measure('flat out', stage, flatOut);
      await measure('through the gateway', stage, steady, 'gateway');
    }
    await stage.pod.quiet();
    let done = 0;
    const counted = await stage.shares.statements(async () => {
      done = (await stage.post(steady, 'forum')).done;
      await stage.pod.quiet();
    });
    statements = each({}, counted, done);
    await stage.setMail(true);
    for (let round = 0; round < rounds; round++) await measure('with mail', stage, steady);
  });
  await onStage({ ...options, processes: true }, async (stage) => {
    await stage.setMail(false);
    await stage.post({ ...steady, rate: 100 }, 'forum');
    for (let round = 0; round < rounds; round++) await measure('processes', stage, steady);
  });
  return { figures: figuresOf(found, statements, bare), notes: notesOf(found, statements) };
}

async function onStage(options: PodOptions, work: (stage: Stage) => Promise<void>): Promise<void> {
  const pod = await Pod.start(options);
  const load = new LoadProcess();
  let shares: PostgresShares | undefined;
  try {
    const members = await makeMembers(pod, 8);
    const topics = (await makeTopics(pod, members, 5, 1)).map(({ topicId }) => topicId);
    const key = pod.contextKey;
    shares = await PostgresShares.open(pod);
    const tokens = await Promise.all(members.map((member) => signIn(pod, member)));
    const database = pod.database('forum');
    const scratch = (await makeTopics(pod, members, 1, 1))[0]!.topicId;
    const { author_id, html } = await firstPostOf(database, scratch);
    const common = { kind: 'post', host: pod.host, tokens, topics, text: ordinaryText } as const;
    await work({
      pod, shares, load,
      post: (pace, through) => load.run({ ...common, ...pace, ...(through === 'gateway' ? { port: pod.port } : { port: pod.portOf('forum'), sign: { key, territory: 'DK' } }) }),
      bare: async () => {
        await pod.quiet();
        const before = pod.cpu().postgres;
        const { done, ownCpuMs } = await load.run({ kind: 'sql-write', ...steady, database, topicId: scratch, authorId: author_id, markdown: ordinaryText, html });
        await new Promise((resolve) => setTimeout(resolve, 300)); // until PostgreSQL has counted in the backends that ended
        return (pod.cpu().postgres - before + ownCpuMs) / done;
      },
      setMail: async (on) => void (await Promise.all(members.map((member, i) => pauseMail(pod, { ...member, token: tokens[i]! }, !on)))),
    });
  } finally {
    await shares?.close();
    await load.stop();
    await pod.stop();
  }
}

async function pauseMail(pod: Pod, { token }: BenchMember, mailPaused: boolean): Promise<void> {
  const now = await api<object>(pod, 'GET', '/notification-preferences', undefined, token);
  await api(pod, 'PUT', '/notification-preferences', { ...now, mailPaused }, token);
}

/** What the work cost, counted until the pod is at rest again. */
async function costOf({ pod, shares }: Stage, work: () => Promise<LoadResult>): Promise<Cost> {
  await pod.quiet();
  const look = async () => ({ cpu: pod.cpu(), roles: await shares.cpu(), processes: Object.fromEntries([...pod.processes].map(([name, pid]) => [name, familyCpuMs(pid)])) });
  const before = await look();
  const load = await work();
  await pod.quiet();
  const after = await look();
  const per = each(before.cpu as unknown as Shares, after.cpu as unknown as Shares, load.done);
  const { services = 0, postgres = 0, nats = 0, redis = 0 } = per;
  return { all: services + postgres + nats, services, postgres, nats, redis, load, roles: each(before.roles, after.roles, load.done), processes: each(before.processes, after.processes, load.done) };
}

function figuresOf(found: ReadonlyMap<string, readonly Cost[]>, statements: Shares, bare: readonly number[]): Figure[] {
  const values = (name: string, of: (cost: Cost) => number): number[] => (found.get(name) ?? []).map(of);
  const cpu = (name: string, key: string, of: (cost: Cost) => number, more: Partial<Figure> = {}): Figure => ({ name, unit: 'CPU-ms', values: values(key, of), ...more });
  const baseline = { name: 'plain pg: the two rows', values: bare };
  return [
    cpu('a reply with outbox and all rows, 20 a second', 'steady', ({ all }) => all, { goal: 6, baseline }),
    cpu('… of it the services', 'steady', ({ services }) => services),
    cpu('… of it PostgreSQL', 'steady', ({ postgres }) => postgres),
    cpu('… of it NATS', 'steady', ({ nats }) => nats),
    cpu('the same as fast as it goes, 8 at a time', 'flat out', ({ all }) => all, { goal: 6, baseline }),
    { name: '… replies answered a second', unit: '1/s', values: values('flat out', ({ load }) => load.done / load.seconds) },
    cpu('the same through the gateway, 20 a second', 'through the gateway', ({ all }) => all),
    cpu('the same with the mail', 'with mail', ({ all }) => all),
    cpu('the same with a process per service', 'processes', ({ all }) => all),
    { name: 'SQL statements for a reply, begin and commit apart', unit: '', values: [Object.values(statements).reduce((a, b) => a + b, 0)] },
  ];
}

function notesOf(found: ReadonlyMap<string, readonly Cost[]>, statements: Shares): string[] {
  const told = (shares: Shares): string =>
    Object.entries(shares).filter(([, value]) => value >= 0.01).sort(([, a], [, b]) => b - a).map(([name, value]) => `${name} ${value.toFixed(2)}`).join(', ');
  const middle = (name: string, of: (cost: Cost) => Shares): Shares => {
    const all = (found.get(name) ?? []).map(of);
    return Object.fromEntries([...new Set(all.flatMap(Object.keys))].map((key) => [key, median(all.map((one) => one[key] ?? 0))]));
  };
  return [
    `Reply: ${ordinaryText.length} characters with an idempotency key into 5 topics, at the forum service itself; counted until the pod is at rest again. Mail is paused except where it says so.`,
    `Reply, CPU-ms of PostgreSQL by who asked: ${told(middle('steady', ({ roles }) => roles))} (background processes besides).`,
    `Reply, SQL statements by who asked: ${told(statements)}.`,
    `Reply, CPU-ms by process when each service has its own: ${told(middle('processes', ({ processes }) => processes))}; PostgreSQL ${median((found.get('processes') ?? []).map(({ postgres }) => postgres)).toFixed(2)}.`,
    `Reply as fast as it goes, CPU-ms: ${told({ services: median((found.get('flat out') ?? []).map(({ services }) => services)), PostgreSQL: median((found.get('flat out') ?? []).map(({ postgres }) => postgres)), NATS: median((found.get('flat out') ?? []).map(({ nats }) => nats)) })}.`,
  ];
}
