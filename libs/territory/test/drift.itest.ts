import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drift } from '../src/index.ts';
import { migratedPod, SOURCES, type TestPod } from './pod.ts';

const TERRITORIES = ['DK', 'NO', 'HAIDA-FN-CA'];
let pod: TestPod;
beforeAll(async () => {
  pod = await migratedPod(TERRITORIES);
});
afterAll(() => pod.drop());

describe('drift', () => {
  it('finds none after a migration, and leaves nothing behind', async () => {
    expect(await drift(pod.migrateOptions(TERRITORIES))).toMatchObject({ checked: 3, drifted: [] });
    const { rows } = await pod.admin.query("select nspname as name from pg_namespace where nspname ~ 'drift' union all select rolname from pg_roles where rolname ~ 'drift' and starts_with(rolname, $1)", [pod.rolePrefix]);
    expect(rows).toEqual([]);
  });

  const forum = () => pod.databases.role('NO', 'forum');
  const user = () => pod.databases.role('NO', 'user');
  const foreign = () => pod.databases.role('DK', 'forum');
  it.each<[string, string, () => string, () => string]>([
    ['column', 'forum_topics.title', () => "alter table forum_topics alter title set default 'x'", () => "alter table forum_topics alter title set default 'untitled'"],
    ['column', 'forum_topics.extra', () => 'alter table forum_topics add extra int', () => 'alter table forum_topics drop extra'],
    ['column', 'forum_topics.title', () => 'alter table forum_topics alter title drop not null', () => 'alter table forum_topics alter title set not null'],
    ['index', 'forum_topics.forum_topics_created', () => 'drop index forum_topics_created', () => 'create index forum_topics_created on forum_topics (created_at)'],
    ['index', 'forum_posts.extra', () => 'create index extra on forum_posts (body)', () => 'drop index extra'],
    ['constraint', 'forum_topics.forum_topics_status_check', () => 'alter table forum_topics drop constraint forum_topics_status_check',
      () => "alter table forum_topics add constraint forum_topics_status_check check (status in ('open', 'closed'))"],
    ['relation grant', 'forum_topics', () => `grant truncate on forum_topics to ${forum()}`, () => `revoke truncate on forum_topics from ${forum()}`],
    ['relation grant', 'forum_topics', () => `grant select on forum_topics to ${foreign()}`, () => `revoke select on forum_topics from ${foreign()}`],
    ['relation grant', 'forum_posts', () => `revoke insert on forum_posts from ${forum()}`, () => `grant insert on forum_posts to ${forum()}`],
    ['relation grant', 'forum_log', () => 'grant select on forum_log to public', () => 'revoke select on forum_log from public'],
    ['column grant', 'forum_topics.title', () => `grant select (title) on forum_topics to ${user()}`, () => `revoke select (title) on forum_topics from ${user()}`],
    ['schema grant', '', () => `grant create on schema territory_no to ${forum()}`, () => `revoke create on schema territory_no from ${forum()}`],
    ['policy', 'user_profiles.owner_only', () => 'alter policy owner_only on user_profiles using (true)',
      () => `alter policy owner_only on user_profiles using ((select current_user) = '${user()}')`],
    ['policy', 'user_profiles.owner_only', () => `alter policy owner_only on user_profiles using ((select current_user) = '${forum()}')`,
      () => `alter policy owner_only on user_profiles using ((select current_user) = '${user()}')`],
    ['relation', 'user_profiles', () => 'alter table user_profiles no force row level security', () => 'alter table user_profiles force row level security'],
    ['trigger', 'forum_topics.forum_topics_touch', () => 'alter table forum_topics disable trigger forum_topics_touch', () => 'alter table forum_topics enable trigger forum_topics_touch'],
    ['trigger', 'forum_posts.extra', () => 'create trigger extra before update on forum_posts for each row execute function global.touch_updated_at()', () => 'drop trigger extra on forum_posts'],
    ['function', 'forum_topic_count()', () => "create or replace function forum_topic_count() returns bigint language sql stable as 'select 0::bigint'",
      () => "create or replace function forum_topic_count() returns bigint language sql stable as 'select count(*) from forum_topics'"],
    ['function grant', 'forum_topic_count()', () => 'grant execute on function forum_topic_count() to public', () => 'revoke execute on function forum_topic_count() from public'],
    ['relation', 'forum_open_topics', () => "create or replace view forum_open_topics as select id, title from forum_topics where status = 'closed'",
      () => "create or replace view forum_open_topics as select id, title from forum_topics where status = 'open'"],
    ['sequence', 'forum_posts_id_seq', () => 'alter sequence forum_posts_id_seq increment 2', () => 'alter sequence forum_posts_id_seq increment 1'],
    ['column', 'forum_posts.body', () => 'alter table forum_posts alter body type varchar', () => 'alter table forum_posts alter body type text'],
    ['relation', 'user_profiles', () => 'alter table user_profiles disable row level security', () => 'alter table user_profiles enable row level security'],
    ['owner', 'forum_log', () => `alter table forum_log owner to ${foreign()}`, () => 'alter table forum_log owner to current_user'],
    ['owner', 'forum_topic_count()', () => `alter function forum_topic_count() owner to ${foreign()}`, () => 'alter function forum_topic_count() owner to current_user'],
    ['owner', '', () => `grant create on database ${new URL(pod.adminUrl).pathname.slice(1)} to ${foreign()}; alter schema territory_no owner to ${foreign()}`,
      () => `alter schema territory_no owner to current_user; revoke create on database ${new URL(pod.adminUrl).pathname.slice(1)} from ${foreign()}`],
    ['relation', 'surprise', () => 'create table surprise (a int)', () => 'drop table surprise'],
  ])('names a changed %s: %s', async (kind, object, change, back) => {
    await pod.admin.query('set search_path = territory_no');
    await pod.admin.query(change());
    const { drifted } = await drift(pod.migrateOptions(TERRITORIES));
    await pod.admin.query(back());
    expect(drifted.map(({ schema }) => schema)).toEqual(['territory_no']);
    expect(drifted[0]!.differences.map((one) => `${one.kind}|${one.object}`)).toContain(`${kind}|${object}`);
    expect((await drift(pod.migrateOptions(TERRITORIES))).drifted).toEqual([]);
  });

  it('ignores comments, partitions and data, and reports a schema that is behind', async () => {
    await pod.admin.query("set search_path = territory_no; comment on table forum_topics is 'x'; insert into forum_topics default values");
    expect((await drift(pod.migrateOptions(TERRITORIES))).drifted).toEqual([]);
    const behind = await drift(pod.migrateOptions([...TERRITORIES, 'SE'], SOURCES));
    expect(behind).toMatchObject({ checked: 3, drifted: [{ schema: 'territory_se', differences: [{ kind: 'migration', found: '3 pending' }] }] });
  });
});
