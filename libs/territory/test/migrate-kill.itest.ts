/**
 * kill -9 at random points, of the migrator and of its server processes, then resume: nothing skipped, nothing twice, rights complete.
 * Half of the runs make everything, where a schema comes in one transaction; the others bring it from an older release, file by file.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drift, migrate, namesOf, type MigrateOptions, type MigrationSource } from '../src/index.ts';
import { testPod, type TestPod } from './pod.ts';

const ROUNDS = process.env['PROOF'] === 'full' ? 120 : 6;
const TERRITORIES = ['DK', 'NO', 'SE', 'HAIDA-FN-CA'];
const FILES = 8;
const OLD_FILES = 3;
const kinds = ['creation', 'upgrade'] as const;
let dir: string;
let sources: MigrationSource[];
let oldSources: MigrationSource[];

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'kill-migrations-'));
  for (const layer of ['global', 'messaging', 'territory']) mkdirSync(join(dir, layer));
  for (let n = 1; n <= FILES; n++) {
    const first = n === 1 ? 'create table ledger (version int, at timestamptz default clock_timestamp());\n' : '';
    const text = `${first}insert into ledger (version) values (${n});\ncreate table step_${n} (id bigserial primary key, note text);\ncreate index on step_${n} (note);\n`;
    writeFileSync(join(dir, 'territory', `20260101_090${n}_step.sql`), `${text}-- personal: step_${n}\n`);
    if (n <= 3) writeFileSync(join(dir, 'global', `20260101_090${n}_step.sql`), text);
    if (n <= 2) writeFileSync(join(dir, 'messaging', `20260101_090${n}_step.sql`), `${text}-- messaging-grant step_${n}: insert\n`);
  }
  sources = [{ owner: 'forum', dir }, { owner: 'user' }, { owner: 'event' }];
  const oldDir = join(dir, 'old');
  for (let n = 1; n <= OLD_FILES; n++) cpSync(join(dir, 'territory', `20260101_090${n}_step.sql`), join(oldDir, 'territory', `20260101_090${n}_step.sql`));
  oldSources = [{ owner: 'forum', dir: oldDir }, { owner: 'user' }];
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs the child; kills it `killAfter` ms after it is ready. Answers how long it ran, and whether it was killed at work. */
function run(options: MigrateOptions, killAfter?: number, alsoKill?: () => Promise<unknown>): Promise<{ ms: number; killed: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=@unityplan/source', join(import.meta.dirname, 'migrate-child.ts'), JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    let started = 0;
    let timer: NodeJS.Timeout | undefined;
    let ending: Promise<unknown> | undefined;
    child.on('message', () => {
      started = performance.now();
      if (killAfter !== undefined) timer = setTimeout(() => void (child.kill('SIGKILL'), (ending = alsoKill?.())), killAfter);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (code === 0 || signal === 'SIGKILL') resolve(Promise.resolve(ending).then(() => ({ ms: performance.now() - started, killed: signal === 'SIGKILL' })));
      else reject(new Error(`the migrator ended with ${code}`));
    });
  });
}

/** A pod as a run of this kind finds it. */
async function prepared(kind: (typeof kinds)[number]): Promise<TestPod> {
  const pod = await testPod();
  if (kind === 'upgrade') await migrate(pod.migrateOptions(TERRITORIES, oldSources));
  return pod;
}

async function expectWhole(pod: TestPod, options: MigrateOptions): Promise<void> {
  const ledgers: Record<string, number> = { global: 3, messaging: 2, ...Object.fromEntries(TERRITORIES.map((id) => [namesOf(id).schema, FILES])) };
  for (const [schema, count] of Object.entries(ledgers)) {
    const { rows } = await pod.admin.query<{ version: number }>(`select version from ${schema}.ledger order by at`);
    expect([schema, rows.map(({ version }) => version)]).toEqual([schema, Array.from({ length: count }, (_, i) => i + 1)]);
  }
  const { rows } = await pod.admin.query<{ schema: string; n: number }>('select schema, count(*)::int as n from global.schema_migrations group by 1');
  expect(Object.fromEntries(rows.map(({ schema, n }) => [schema, n]))).toEqual(ledgers);
  expect((await drift(options)).drifted).toEqual([]);
}

it(`survives kill -9 at ${ROUNDS} random points`, { timeout: 900_000 }, async () => {
  const full: Record<string, number> = {};
  for (const kind of kinds) {
    const calm = await prepared(kind);
    full[kind] = (await run(calm.migrateOptions(TERRITORIES, sources))).ms;
    await calm.drop();
  }
  let killed = 0;
  const left: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const kind = kinds[round % kinds.length]!;
    const pod = await prepared(kind);
    const options = pod.migrateOptions(TERRITORIES, sources);
    try {
      // A server process finishes what it has received although its client is gone; ending it too cuts between two statements.
      const endBackends = (): Promise<unknown> =>
        pod.admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'migrator' and datname = current_database()");
      const first = await run(options, (full[kind]! * (round + Math.random())) / ROUNDS, round % 3 === 0 ? undefined : endBackends);
      if (first.killed) killed++;
      else full[kind] = Math.min(full[kind]!, first.ms);
      const report = await migrate(options);
      left.push(report.schemas.reduce((sum, { applied }) => sum + applied.length, 0));
      await expectWhole(pod, options);
    } finally {
      await pod.drop();
    }
  }
  console.log(`killed ${killed} of ${ROUNDS}; left to do: ${left.join(' ')}`);
  expect(killed).toBeGreaterThanOrEqual(ROUNDS / 2);
});
