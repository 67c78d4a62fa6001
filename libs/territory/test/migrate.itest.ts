import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migratePod, MigrationError, podDatabases, status, type MigrationProgress, type MigrationSource } from '../src/index.ts';
import { as, FIXTURES, SOURCES, TERRITORY_MIGRATIONS, testPod, type TestPod } from './pod.ts';

// The fixtures', and those of the territory service.
const GLOBAL_FILES = 2 + readdirSync(join(TERRITORY_MIGRATIONS, 'global')).length;

let pod: TestPod;
let dir: string;
beforeEach(async () => {
  pod = await testPod();
  dir = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(join(FIXTURES, 'forum'), dir, { recursive: true });
});
afterEach(async () => {
  await pod.drop();
  rmSync(dir, { recursive: true });
});
const forum = (): MigrationSource[] => [{ owner: 'forum', dir }];
const write = (name: string, sql: string): void => writeFileSync(join(dir, 'territory', name), sql);

describe('migrate', () => {
  it('does everything once, then nothing', async () => {
    const first = await migrate(pod.migrateOptions(['DK', 'NO']));
    expect(first.schemas.map(({ schema, applied }) => [schema, applied.length])).toEqual(expect.arrayContaining([['global', GLOBAL_FILES], ['messaging', 1], ['territory_dk', 3], ['territory_no', 3]]));
    const second = await migrate(pod.migrateOptions(['DK', 'NO']));
    expect(second.schemas).toHaveLength(4);
    for (const { applied, provisioned } of second.schemas) expect([applied, provisioned]).toEqual([[], false]);
    expect((await status(pod.migrateOptions(['DK', 'NO', 'SE']))).map(({ schema, pending }) => [schema, pending.length])).toEqual([['global', 0], ['messaging', 0], ['territory_dk', 0], ['territory_no', 0], ['territory_se', 3]]);
  });

  it('refuses a changed, a late and a missing file before it touches anything', async () => {
    await migrate(pod.migrateOptions(['DK'], forum()));
    const refused = (text: string) => expect.objectContaining({ code: 'MIGRATION_REFUSED', message: expect.stringContaining(text) });
    write('20260103_0900_more.sql', 'create table forum_more (a int)');
    write('20260102_0900_posts.sql', 'select 1');
    await expect(migrate(pod.migrateOptions(['DK', 'NO'], forum()))).rejects.toEqual(refused('was changed'));
    cpSync(join(FIXTURES, 'forum'), dir, { recursive: true });
    write('20260101_1200_late.sql', 'select 1');
    await expect(migrate(pod.migrateOptions(['DK', 'NO'], forum()))).rejects.toEqual(refused('older than'));
    rmSync(join(dir, 'territory', '20260101_1200_late.sql'));
    rmSync(join(dir, 'territory', '20260102_0900_posts.sql'));
    await expect(migrate(pod.migrateOptions(['DK', 'NO'], forum()))).rejects.toEqual(refused('is missing'));
    const { rows } = await pod.admin.query("select to_regclass('territory_dk.forum_more') as more, to_regnamespace('territory_no') as no");
    expect(rows).toEqual([{ more: null, no: null }]);
    await migrate({ ...pod.migrateOptions(['DK'], forum()), allowUnknown: true });
  });

  it('names file and line of an error, finishes the other territories, and resumes', async () => {
    await migrate(pod.migrateOptions(['DK', 'NO', 'SE'], forum()));
    await pod.admin.query('create table territory_no.forum_more (a int)');
    write('20260103_0900_more.sql', 'select 1;\n\ncreate table forum_more (a int);');
    const error = await migrate(pod.migrateOptions(['DK', 'NO', 'SE'], forum())).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(MigrationError);
    expect((error as MigrationError).report.schemas.filter((one) => one.error).map(({ schema }) => schema)).toEqual(['territory_no']);
    expect((error as Error).message).toContain('20260103_0900_more.sql');
    await pod.admin.query('drop table territory_no.forum_more');
    const report = await migrate(pod.migrateOptions(['DK', 'NO', 'SE'], forum()));
    expect(report.schemas.flatMap(({ schema, applied }) => applied.map(() => schema))).toEqual(['territory_no']);
    write('20260104_0900_bad.sql', 'select 1;\n\nselect oops;');
    await expect(migrate(pod.migrateOptions(['DK'], forum()))).rejects.toThrow(/20260104_0900_bad\.sql:3 in territory_dk: column "oops"/);
  });

  it('waits for locks in short tries instead of queueing writers behind it', async () => {
    await migrate(pod.migrateOptions(['DK'], forum()));
    write('20260103_0900_alter.sql', 'alter table forum_topics add more int');
    await pod.admin.query('begin; lock table territory_dk.forum_topics in access share mode');
    const events: MigrationProgress[] = [];
    setTimeout(() => void pod.admin.query('commit'), 2_500);
    const report = await migrate({ ...pod.migrateOptions(['DK'], forum()), onProgress: (event) => events.push(event) });
    expect(report.ms).toBeGreaterThan(2_000);
    expect(events).toContainEqual({ kind: 'waiting', schema: 'territory_dk', why: expect.stringContaining('lock timeout') });
  });

  it('lets several migrators run at once', async () => {
    const options = pod.migrateOptions(['DK', 'NO', 'SE', 'FI']);
    const reports = await Promise.all([migrate(options), migrate(options), migrate(options)]);
    const applied = reports.flatMap((report) => report.schemas.flatMap((one) => one.applied.map((version) => `${one.schema} ${version}`)));
    expect(applied).toHaveLength(new Set(applied).size);
    expect(applied).toHaveLength(GLOBAL_FILES + 1 + 4 * 3);
  });

  it('follows a new role secret, a new service and a lost role', async () => {
    await migrate(pod.migrateOptions(['DK'], forum()));
    const roleSecret = 'another secret of this pod';
    await migrate({ ...pod.migrateOptions(['DK'], [...forum(), { owner: 'event' }]), roleSecret });
    await expect(as(pod, 'DK', 'forum', 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const databases = podDatabases({ podId: 'dk', databaseUrl: pod.adminUrl, rolePrefix: pod.rolePrefix, roleSecret });
    expect(await as({ ...pod, databases }, 'DK', 'event', 'select messaging.my_service() as me')).toEqual([{ me: 'event' }]);
    const role = databases.role('DK', 'forum');
    await pod.admin.query(`drop owned by ${role}; drop role ${role}`);
    await migrate({ ...pod.migrateOptions(['DK'], forum()), roleSecret });
    expect(await as({ ...pod, databases }, 'DK', 'forum', 'select count(*)::int as n from forum_topics')).toEqual([{ n: 0 }]);
  });

  it('runs under an admin that is no superuser, and says what one that may not create roles needs', async () => {
    const name = `${pod.rolePrefix}admin`;
    await pod.admin.query(`create role ${name} login password 'pw'`);
    const url = new URL(pod.adminUrl);
    url.username = name;
    url.password = 'pw';
    const options = { ...pod.migrateOptions(['DK']), adminUrl: url.href };
    await expect(migrate(options)).rejects.toMatchObject({ code: 'ADMIN_CANNOT_CREATE_ROLES', message: expect.stringContaining(`ALTER ROLE "${name}" CREATEROLE`) });
    await pod.admin.query(`alter role ${name} createrole; alter database ${url.pathname.slice(1)} owner to ${name}; alter schema public owner to ${name}`);
    await migrate(options);
    await as(pod, 'DK', 'user', "insert into user_profiles (email_sealed, email_index) values ('x', 'y')");
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    expect((await admin.query('select * from territory_dk.user_profiles')).rowCount).toBe(1);
    await admin.end();
  });

  it('refuses a directive about an object of someone else', async () => {
    write('20260103_0900_more.sql', '-- grant nothing_here: select');
    await expect(migrate(pod.migrateOptions(['DK'], forum()))).rejects.toThrow('names nothing_here');
  });

  it('serves a territory from a database of its own', async () => {
    const own = `${new URL(pod.adminUrl).pathname.slice(1)}_de`;
    const databases = podDatabases({ podId: 'eu', databaseUrl: pod.adminUrl, rolePrefix: pod.rolePrefix, roleSecret: pod.roleSecret, territoryDatabases: { DE: own } });
    try {
      const [main, de] = await migratePod({ databases, territories: ['FR', 'DE'], sources: SOURCES, roleSecret: pod.roleSecret });
      expect([main!.schemas.map(({ schema }) => schema), de!.schemas.map(({ schema }) => schema)]).toEqual([['global', 'messaging', 'territory_fr'], ['global', 'messaging', 'territory_de']]);
      expect(await as({ ...pod, databases }, 'DE', 'forum', 'select current_database() as db, messaging.my_territory() as t')).toEqual([{ db: own, t: 'DE' }]);
    } finally {
      await pod.admin.query(`drop database ${own} with (force)`);
    }
  });
});

it('the command: status, up, drift, help, wrong use', async () => {
  const root = mkdtempSync(join(tmpdir(), 'monorepo-'));
  cpSync(join(FIXTURES, 'forum'), join(root, 'apps/forum/src/db/migrations'), { recursive: true });
  writeFileSync(join(root, 'apps/forum/package.json'), '{}');
  cpSync(join(FIXTURES, 'messaging'), join(root, 'libs/messaging/migrations'), { recursive: true });
  const run = (args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) =>
      execFile(process.execPath, [join(import.meta.dirname, '../src/cli.ts'), ...args, '--root', root], {
        env: { PATH: process.env['PATH'], DATABASE_URL: pod.adminUrl, POD_ID: 'dk', TERRITORIES: 'DK,NO', POD_SECRET: pod.roleSecret, ROLE_PREFIX: pod.rolePrefix, ...env },
      }, (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err })),
    );
  expect(await run(['status'])).toMatchObject({ code: 1, out: expect.stringContaining('territory_dk: 0 applied, 2 pending\n  forum/20260101_0900_topics') });
  expect(await run(['up'])).toMatchObject({ code: 0, out: expect.stringMatching(/\[4\/4\][\s\S]*4 schemas up to date, 6 migrations applied/), err: '' });
  expect(await run(['status'])).toMatchObject({ code: 0 });
  expect(await run(['drift'])).toMatchObject({ code: 0, out: expect.stringContaining('2 schemas compared') });
  await pod.admin.query('drop index territory_no.forum_topics_created');
  expect(await run(['drift'])).toMatchObject({ code: 1, out: expect.stringContaining('index forum_topics.forum_topics_created') });
  expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Usage') });
  expect(await run([])).toMatchObject({ code: 2, err: expect.stringContaining('status, up, drift') });
  expect(await run(['up'], { POD_SECRET: '' })).toMatchObject({ code: 2, err: 'Set POD_SECRET as the pod has it.\n' });
  expect(await run(['up'], { TERRITORIES: '' })).toMatchObject({ code: 2, err: expect.stringContaining('--territories') });

  // Once there is a registry it says which territories there are, and where those with a database of their own are.
  const own = `${new URL(pod.adminUrl).pathname.slice(1)}_se`;
  await pod.admin.query(`create table global.territories as select * from (values ('DK', 'Danmark', 'Denmark', 'active', 'dk', null), ('SE', null, 'Sweden', 'active', 'dk', '${own}')) as t (id, name_own, name_en, status, pod_id, database_name)`);
  expect((await run(['status'])).out).not.toContain('territory_no');
  expect(await run(['up', '--territories', 'SE'])).toMatchObject({ code: 0, out: expect.stringContaining(`${own}:`) });
  expect((await pod.admin.query(`select to_regnamespace('territory_se') as schema`)).rows).toEqual([{ schema: null }]);
  await pod.admin.query('drop table global.territories');
  await pod.admin.query(`drop database ${own} with (force)`);
  rmSync(root, { recursive: true });
});
