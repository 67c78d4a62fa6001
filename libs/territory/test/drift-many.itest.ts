/** Every kind of change in a random one of many territories with the tables of all services, all found by one run; comments are none. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { discoverSources, drift, migrate, namesOf, REFERENCE_TERRITORIES, type MigrateOptions } from '../src/index.ts';
import { testPod, type TestPod } from './pod.ts';

const COUNT = process.env['PROOF'] === 'full' ? 250 : 15;
const IDS = REFERENCE_TERRITORIES.slice(0, COUNT).map(({ id }) => id);
let pod: TestPod;
let options: MigrateOptions;
beforeAll(async () => {
  pod = await testPod();
  options = pod.migrateOptions(IDS, discoverSources(join(import.meta.dirname, '../../..')));
  const { ms } = await migrate(options);
  console.log(`${COUNT} territories made in ${Math.round(ms)} ms`);
}, 600_000);
afterAll(() => pod.drop(), 600_000);

/** What is changed, and the kind and object that must be named. */
const CHANGES: [string, string, string][] = [
  ['alter table forum_topics alter post_count set default 7', 'column', 'forum_topics.post_count'],
  ['alter table forum_categories alter position type bigint', 'column', 'forum_categories.position'],
  ['alter table forum_posts alter excerpt drop not null', 'column', 'forum_posts.excerpt'],
  ['create index more on forum_posts (author_id)', 'index', 'forum_posts.more'],
  ['grant truncate on forum_topics to @forum', 'relation grant', 'forum_topics'],
  ['alter policy owner_only on accounts using (true)', 'policy', 'accounts.owner_only'],
  ['create trigger more before update on forum_posts for each row execute function global.touch_updated_at()', 'trigger', 'forum_posts.more'],
  ['create function more() returns int language sql as $$select 1$$', 'function', 'more()'],
  ['alter table forum_posts drop constraint forum_posts_number_check', 'constraint', 'forum_posts.forum_posts_number_check'],
  ['create sequence more', 'sequence', 'more'],
  ['alter table accounts disable row level security', 'relation', 'accounts'],
  ['alter table forum_posts owner to @forum', 'owner', 'forum_posts'],
];

it('finds each of them, and nothing else', { timeout: 120_000 }, async () => {
  const victims = IDS.toSorted(() => Math.random() - 0.5);
  const expected = new Map<string, string>();
  for (const [index, [change, kind, object]] of CHANGES.entries()) {
    const id = victims[index]!;
    const { schema } = namesOf(id);
    await pod.admin.query(`set search_path = ${schema}; ${change.replace('@forum', pod.databases.role(id, 'forum'))}`);
    expected.set(schema, `${kind}|${object}`);
  }
  await pod.admin.query(`set search_path = ${namesOf(victims[CHANGES.length]!).schema}; comment on table forum_topics is 'kept by hand'; comment on column forum_topics.title is 'so is this'`);
  const { checked, drifted, ms } = await drift(options);
  console.log(`${checked} territories compared in ${Math.round(ms)} ms`);
  expect(checked).toBe(COUNT);
  expect(drifted.map(({ schema }) => schema).sort()).toEqual([...expected.keys()].sort());
  for (const { schema, differences } of drifted) expect(differences.map(({ kind, object }) => `${kind}|${object}`)).toContain(expected.get(schema));
});
