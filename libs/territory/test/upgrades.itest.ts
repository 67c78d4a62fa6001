/** How upgrades of many schemas go wrong elsewhere (Twenty: #24033, #21917, #12270, #20841), and what happens here instead. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drift, migrate, MigrationError, status, type MigrationSource } from '../src/index.ts';
import { testPod, type TestPod } from './pod.ts';

const ALL = ['DK', 'NO', 'HAIDA-FN-CA'];
let pod: TestPod;
let root: string;
beforeEach(async () => {
  pod = await testPod();
  root = mkdtempSync(join(tmpdir(), 'releases-'));
});
afterEach(async () => {
  await pod.drop();
  rmSync(root, { recursive: true });
});

/** A release: for each owner its files, of which a later release has more. */
function release(name: string, files: Record<string, Record<string, string>>): MigrationSource[] {
  return Object.entries(files).map(([owner, texts]) => {
    const dir = join(root, name, owner);
    mkdirSync(join(dir, 'territory'), { recursive: true });
    for (const [version, sql] of Object.entries(texts)) writeFileSync(join(dir, 'territory', `${version}.sql`), sql);
    return { owner, dir };
  });
}
const topics = { '20260101_0900_topics': 'create table topics (id int primary key);' };
const titles = { '20260201_0900_titles': "alter table topics add title text not null default '';" };
const slugs = { '20260301_0900_slugs': 'alter table topics add slug text;\nupdate topics set slug = lower(title);\ncreate index topics_slug on topics (slug);' };
const appliedIn = (report: { schemas: { schema: string; applied: string[] }[] }): string[] => report.schemas.flatMap(({ schema, applied }) => applied.map((version) => `${schema} ${version}`));
const pendingIn = async (sources: MigrationSource[]): Promise<Record<string, number>> =>
  Object.fromEntries((await status(pod.migrateOptions(ALL, sources))).filter(({ layer }) => layer === 'territory').map(({ schema, pending }) => [schema, pending.length]));

it('skips no territory in silence: one that fails is named, is pending, and does not go on without the file that failed (#24033)', async () => {
  await migrate(pod.migrateOptions(ALL, release('1', { forum: topics })));
  await pod.admin.query('alter table territory_no.topics add title int'); // someone was there by hand
  const second = release('2', { forum: { ...topics, ...titles, ...slugs } });
  const error = (await migrate(pod.migrateOptions(ALL, second)).catch((failure: unknown) => failure)) as MigrationError;
  expect(error).toBeInstanceOf(MigrationError);
  expect(error.message).toMatch(/^1 of 5 schemas failed:\nterritory_no: .*20260201_0900_titles\.sql in territory_no: column "title"/);
  expect(error.report.schemas).toHaveLength(5);
  expect(await pendingIn(second)).toEqual({ territory_dk: 0, territory_no: 2, territory_haida_fn_ca: 0 });
  expect((await drift(pod.migrateOptions(ALL, second))).drifted).toMatchObject([{ schema: 'territory_no', differences: [{ kind: 'migration', found: '2 pending' }] }]);
  await pod.admin.query('alter table territory_no.topics drop title');
  expect(appliedIn(await migrate(pod.migrateOptions(ALL, second)))).toEqual(['territory_no forum/20260201_0900_titles', 'territory_no forum/20260301_0900_slugs']);
  expect((await drift(pod.migrateOptions(ALL, second))).drifted).toEqual([]);
});

it('has no cursor: a territory that was away for two releases gets them when it comes back, also beside ones that have them (#24033)', async () => {
  await migrate(pod.migrateOptions(ALL, release('1', { forum: topics })));
  await migrate(pod.migrateOptions(['DK', 'HAIDA-FN-CA'], release('2', { forum: { ...topics, ...titles } })));
  const third = release('3', { forum: { ...topics, ...titles, ...slugs } });
  await migrate(pod.migrateOptions(['DK'], third));
  expect(await pendingIn(third)).toEqual({ territory_dk: 0, territory_no: 2, territory_haida_fn_ca: 1 });
  await migrate(pod.migrateOptions(ALL, third));
  expect(await drift(pod.migrateOptions(ALL, third))).toMatchObject({ checked: 3, drifted: [] });
});

it('jumps over releases, and takes in a service whose first file is older than the newest of another (#21917, #12270)', async () => {
  await migrate(pod.migrateOptions(['DK', 'NO'], release('1', { forum: topics })));
  await pod.admin.query('insert into territory_dk.topics values (1); insert into territory_no.topics values (7)');
  const badges = { '20260115_0900_badges': 'create table badges (id int primary key);', '20260302_0900_more': 'alter table badges add level int not null default 1;' };
  const fourth = release('4', { forum: { ...topics, ...titles, ...slugs }, badge: badges });
  const report = await migrate(pod.migrateOptions(ALL, fourth));
  const order = ['badge/20260115_0900_badges', 'forum/20260201_0900_titles', 'forum/20260301_0900_slugs', 'badge/20260302_0900_more'];
  for (const schema of ['territory_dk', 'territory_no']) expect(report.schemas.find((one) => one.schema === schema)!.applied).toEqual(order);
  // HAIDA-FN-CA is new: the same files from nothing lead to the same schema.
  expect(await drift(pod.migrateOptions(ALL, fourth))).toMatchObject({ checked: 3, drifted: [] });
  expect((await pod.admin.query('select id, title, slug from territory_no.topics')).rows).toEqual([{ id: 7, title: '', slug: '' }]);
});

it('reads no column before the file that adds it: such a release fails whole, in new territories and in old ones (#20841)', async () => {
  await migrate(pod.migrateOptions(['DK'], release('1', { forum: topics })));
  const early = { '20260110_0900_early': 'create table drafts (id int);\nupdate topics set title = upper(title);' };
  const wrong = release('2', { forum: { ...topics, ...early, ...titles } });
  const error = (await migrate(pod.migrateOptions(['DK', 'NO'], wrong)).catch((failure: unknown) => failure)) as MigrationError;
  for (const schema of ['territory_dk', 'territory_no']) expect(error.message).toContain(`20260110_0900_early.sql:2 in ${schema}: column "title" does not exist`);
  const { rows } = await pod.admin.query("select to_regclass('territory_dk.drafts') as dk, to_regclass('territory_no.drafts') as no, to_regclass('territory_no.topics') is not null as topics");
  expect(rows).toEqual([{ dk: null, no: null, topics: true }]);
  const right = release('3', { forum: { ...topics, ...titles, ...slugs } });
  await migrate(pod.migrateOptions(['DK', 'NO'], right));
  expect(await drift(pod.migrateOptions(['DK', 'NO'], right))).toMatchObject({ checked: 2, drifted: [] });
});

it('makes a new territory file by file when all files together do not go, with the same end', async () => {
  // A value of an enum cannot be used in the transaction that adds it.
  const moods = { '20260101_0900_moods': "create type mood as enum ('good');\ncreate table days (mood mood not null);", '20260102_0900_bad': "alter type mood add value 'bad';", '20260103_0900_use': "insert into days values ('bad');" };
  const sources = release('1', { forum: { ...moods } });
  const report = await migrate(pod.migrateOptions(['DK', 'NO'], sources));
  expect(appliedIn(report)).toHaveLength(6);
  expect((await pod.admin.query('select mood from territory_no.days')).rows).toEqual([{ mood: 'bad' }]);
});
