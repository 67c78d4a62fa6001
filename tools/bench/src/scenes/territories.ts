import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabaseIfMissing, discoverSources, drift, migrate, namesOf, type MigrateOptions, type MigrationSource } from '@unityplan/territory';
import type { Findings } from '../bench.ts';
import { percentile } from '../figures.ts';
import type { Job } from '../load/jobs.ts';
import { LoadProcess } from '../load/process.ts';
import { makeMembers, makeTopics, ordinaryText, pagePath } from '../people.ts';
import { root, type Pod } from '../pod.ts';
import { asAdministrator, territoryIds, type ManyTerritories } from './territories-ground.ts';

const count = 250;
const trafficSeconds = 20;
/** So many are in use at the time; a visit to one that was not costs several connections, which is another scene's figure. */
const toured = 20;

/** 250 territories with the tables of all services: made from nothing, changed under traffic, compared with what they should be. */
export async function measureTerritories(ground: ManyTerritories, rounds: number, tell: (line: string) => void): Promise<Findings> {
  const pod = await ground.serve(count);
  await pod.quiet(900_000);
  const made = await creation(pod, Math.min(rounds, 2), tell);
  const changed = await change(pod, tell);
  return {
    figures: [
      { name: `migrator: ${count} territories from nothing, tables a second`, unit: '1/s', values: made.map(({ perSecond }) => perSecond) },
      { name: '… so much time for a table', unit: 'ms', values: made.map(({ perSecond }) => 1000 / perSecond), goal: 6.67 },
      { name: `… drift of ${count} territories`, unit: 's', values: made.map(({ driftSeconds }) => driftSeconds) },
      { name: `a migration of 4 statements in ${count} territories under traffic`, unit: 's', values: [changed.seconds], goal: 5 },
      { name: '… requests of 50 a second that failed meanwhile', unit: '', values: [changed.failed], goal: 0 },
      { name: '… p99 of those requests', unit: 'ms', values: [changed.p99], baseline: { name: 'without a migration', values: [changed.p99Before] } },
    ],
    notes: [
      `Territories: ${made[0]!.tables} tables (${made[0]!.tables / count} each), with indexes, rights, policies and ${made[0]!.roles} roles, on four connections; found to be as the files say.`,
      `The migration adds a column and an index to topics, a column to posts and a table, in all ${count} territories (${changed.applied} applied), while topic pages (20/s), replies (10/s) and category lists of ${toured} territories (20/s) pass the gateway; ${changed.waits} times a lock was not free at once, ${changed.done} requests were answered.`,
    ],
  };
}

interface Made {
  readonly perSecond: number;
  readonly driftSeconds: number;
  readonly tables: number;
  readonly roles: number;
}

/** In a database of its own beside the pod's, whose services are at rest. */
async function creation(pod: Pod, rounds: number, tell: (line: string) => void): Promise<Made[]> {
  const made: Made[] = [];
  for (let round = 0; round < rounds; round++) {
    const name = `unityplan_bench_${round}`;
    const url = new URL(String(pod.administrator.connectionString));
    url.pathname = `/${name}`;
    await createDatabaseIfMissing(url.href, name);
    const options: MigrateOptions = { adminUrl: url.href, podId: 'bench', territories: territoryIds(count), sources: discoverSources(root), roleSecret: pod.secret, rolePrefix: `bench${round}_` };
    const { ms } = await migrate(options);
    const { ms: driftMs, drifted } = await drift(options);
    if (drifted.length > 0) throw new Error(`${drifted.length} territories are not what their files say`);
    const { tables, roles } = await asAdministrator(pod, async (client) => {
      const { rows } = await client.query<{ roles: number }>('select count(*)::int as roles from pg_roles where starts_with(rolname, $1)', [options.rolePrefix]);
      return { roles: rows[0]!.roles, tables: (await client.query<{ n: number }>(`select count(*)::int as n from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname like 'territory\\_%' and c.relkind in ('r', 'p') and not c.relispartition`)).rows[0]!.n };
    });
    made.push({ perSecond: tables / (ms / 1000), driftSeconds: driftMs / 1000, tables, roles });
    tell(`${tables} tables in ${(ms / 1000).toFixed(1)} s, compared in ${(driftMs / 1000).toFixed(1)} s`);
    await asAdministrator(pod, (client) => client.query(`drop database ${client.escapeIdentifier(name)} with (force)`));
  }
  return made;
}

/** A release with one file more, applied while the pod serves. */
async function change(pod: Pod, tell: (line: string) => void) {
  const members = await makeMembers(pod, 4);
  const topics = await makeTopics(pod, members, 4, 25);
  const hosts = territoryIds(toured).map((id) => `${namesOf(id).localHost}:${pod.port}`);
  const tokens = members.map(({ token }) => token);
  const traffic: Exclude<Job, { kind: 'serve' }>[] = [
    { kind: 'get', rate: 20, seconds: trafficSeconds, port: pod.port, path: pagePath(topics[0]!.topicId), headers: { host: pod.host, authorization: `Bearer ${tokens[0]!}` } },
    { kind: 'post', rate: 10, seconds: trafficSeconds, port: pod.port, host: pod.host, tokens, topics: topics.map(({ topicId }) => topicId), text: ordinaryText },
    { kind: 'tour', rate: 20, seconds: trafficSeconds, port: pod.port, hosts, path: '/api/v1/categories' },
  ];
  const processes = traffic.map(() => new LoadProcess());
  const run = async () => {
    const results = await Promise.all(traffic.map((job, index) => processes[index]!.tryAll(job)));
    const failure = results.find((result) => result.failure !== undefined)?.failure;
    if (failure !== undefined) tell(`a request failed: ${failure}`);
    return { done: results.reduce((sum, { done }) => sum + done, 0), failed: results.reduce((sum, { failed }) => sum + failed, 0), p99: percentile(results.flatMap(({ latencies }) => latencies), 0.99) };
  };
  const dir = mkdtempSync(join(tmpdir(), 'unityplan-bench-release-'));
  try {
    const before = await run();
    let waits = 0;
    const options: MigrateOptions = {
      adminUrl: String(pod.administrator.connectionString), podId: 'dk', territories: territoryIds(count), sources: nextRelease(dir), roleSecret: pod.secret,
      onProgress: (event) => { if (event.kind === 'waiting') waits++; },
    };
    const meanwhile = run();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const report = await migrate(options);
    tell(`4 statements in ${count} territories in ${(report.ms / 1000).toFixed(2)} s`);
    const during = await meanwhile;
    const { drifted } = await drift(options);
    if (drifted.length > 0) throw new Error(`${drifted.length} territories are not what their files say`);
    return { ...during, seconds: report.ms / 1000, p99Before: before.p99, waits, applied: report.schemas.reduce((sum, { applied }) => sum + applied.length, 0) };
  } finally {
    await Promise.all(processes.map((one) => one.stop()));
    rmSync(dir, { recursive: true });
  }
}

/** The sources of this release, with a file more in the forum's. */
function nextRelease(dir: string): MigrationSource[] {
  return discoverSources(root).map((source) => {
    if (source.owner !== 'forum') return source;
    cpSync(source.dir!, dir, { recursive: true });
    mkdirSync(join(dir, 'territory'), { recursive: true });
    writeFileSync(join(dir, 'territory', '20991231_0900_bench.sql'), `alter table forum_topics add column bench_note text not null default '';
create index forum_topics_bench on forum_topics (bench_note);
alter table forum_posts add column bench_mark int;
create table forum_bench (id uuid primary key, note text not null);
`);
    return { ...source, dir };
  });
}
