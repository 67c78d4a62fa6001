/** Every role against every relation of the catalog: what is not explicitly a service's own is refused by PostgreSQL. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namesOf } from '../src/index.ts';
import { as, migratedPod, type TestPod } from './pod.ts';

const TERRITORIES = ['DK', 'NO', 'HAIDA-FN-CA'];
const ACTIONS = ['select', 'insert', 'update', 'delete'] as const;
type Action = (typeof ACTIONS)[number];
let pod: TestPod;

beforeAll(async () => {
  pod = await migratedPod(TERRITORIES);
});
afterAll(() => pod.drop());

/** What the design allows, written apart from the code that grants it. */
function allowed(scope: string, service: string, schema: string, table: string): readonly Action[] {
  const owner = /^(forum|user)_/.exec(table)?.[1] ?? (/^territor(ies$|y_)/.test(table) ? 'territory' : undefined);
  const own: readonly Action[] = table === 'forum_log' ? ['select', 'insert'] : ACTIONS;
  if (schema === 'global') return scope === 'global' && owner === service ? own : table === 'schema_objects' ? [] : ['select'];
  if (schema === 'messaging') {
    const relay = scope === 'global' && service === 'event';
    if (table === 'outbox') return relay ? ACTIONS : ['select', 'insert'];
    if (table === 'inbox') return ['select', 'insert', 'delete'];
    if (table === 'dead_letters') return relay ? ['select', 'delete'] : [];
    return table === 'role_bindings' ? ['select'] : [];
  }
  return scope !== 'global' && namesOf(scope).schema === schema && owner === service ? own : [];
}

interface Relation {
  schema: string;
  name: string;
  column: string;
}

const statement = (action: Action, { schema, name, column }: Relation): string => {
  const target = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
  const forms = { select: `select from ${target}`, insert: `insert into ${target} default values`, update: `update ${target} set ${column} = default`, delete: `delete from ${target}` };
  return `explain ${forms[action]}`;
};

describe('isolation', () => {
  it('holds for all roles × all tables × all four rights', async () => {
    const { rows: bindings } = await pod.admin.query<{ role_name: string; territory: string; service: string }>('select * from messaging.role_bindings');
    const { rows: relations } = await pod.admin.query<Relation>(
      `select n.nspname as schema, c.relname as name, quote_ident(max(a.attname)) as column from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
       where c.relkind in ('r', 'p', 'v') and n.nspname !~ '^pg_|^information_schema$' group by 1, 2`,
    );
    expect(bindings).toHaveLength(5 * (TERRITORIES.length + 1));
    expect(relations.length).toBeGreaterThan(TERRITORIES.length * 5 + 8);
    const wrong: string[] = [];
    let checks = 0;
    for (const { territory, service } of bindings) {
      const client = new pg.Client(pod.databases.connection(territory, service));
      await client.connect();
      for (const relation of relations) {
        const may = allowed(territory, service, relation.schema, relation.name);
        for (const action of ACTIONS) {
          const code = await client.query(statement(action, relation)).then(() => 'ok', (error: pg.DatabaseError) => error.code);
          if (code !== (may.includes(action) ? 'ok' : '42501')) wrong.push(`${territory}/${service} ${action} ${relation.schema}.${relation.name}: ${code}`);
          checks++;
        }
      }
      await client.end();
    }
    expect(wrong).toEqual([]);
    expect(checks).toBe(bindings.length * relations.length * 4);
  });

  it('holds for sequences, functions, schemas and the database', async () => {
    const { rows } = await pod.admin.query<{ who: string; what: string }>(
      `select b.territory || '/' || b.service as who, n.nspname || '.' || x.name as what from messaging.role_bindings b, pg_namespace n, lateral (
         select c.relname::text as name, case when c.relkind = 'S' then has_sequence_privilege(b.role_name, c.oid, 'usage, select, update') end as has, c.relname ~ ('^' || b.service || '_') as own from pg_class c where c.relnamespace = n.oid and c.relkind = 'S'
         union all select p.proname, has_function_privilege(b.role_name, p.oid, 'execute'), p.proname ~ ('^' || b.service || '_') from pg_proc p where p.pronamespace = n.oid
         union all select 'create', has_schema_privilege(b.role_name, n.oid, 'create'), false
         union all select 'usage', has_schema_privilege(b.role_name, n.oid, 'usage'), true) x
       where n.nspname ~ '^territory_' and x.has and (not x.own or n.nspname <> 'territory_' || replace(lower(b.territory), '-', '_'))
       union all select b.role_name, 'creates in ' || n.nspname from messaging.role_bindings b, pg_namespace n
         where n.nspname in ('public', 'global', 'messaging') and has_schema_privilege(b.role_name, n.oid, 'create')
       union all select r.rolname, 'is too mighty' from messaging.role_bindings b join pg_roles r on r.rolname = b.role_name
         where r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls or r.rolreplication or has_database_privilege(r.oid, current_database(), 'create, temp')`,
    );
    expect(rows).toEqual([]);
  });

  it('lets nobody in without its own password, and stores only SCRAM verifiers', async () => {
    const config = pod.databases.connection('DK', 'forum');
    const url = new URL(config.connectionString!);
    url.password = new URL(pod.databases.connection('NO', 'forum').connectionString!).password;
    await expect(new pg.Client({ ...config, connectionString: url.href }).connect()).rejects.toMatchObject({ code: '28P01' });
    const { rows } = await pod.admin.query("select from pg_authid where starts_with(rolname, $1) and rolcanlogin and rolpassword not like 'SCRAM-SHA-256$1:%'", [pod.rolePrefix]);
    expect(rows).toEqual([]);
  });

  it('keeps role switching and a stolen search_path useless', async () => {
    await expect(as(pod, 'DK', 'forum', `set role ${pod.databases.role('NO', 'forum')}`)).rejects.toMatchObject({ code: '42501' });
    await expect(as(pod, 'DK', 'forum', `begin; set local search_path = territory_no; select * from forum_topics; commit`)).rejects.toMatchObject({ code: '42P01' });
    await expect(as(pod, 'DK', 'forum', 'create temp table t (a int)')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('row security, the second wall', () => {
  it('closes a personal table to a role that was granted it by mistake', async () => {
    await as(pod, 'DK', 'user', "insert into user_profiles (email_sealed, email_index) values ('x', 'y')");
    expect(await as(pod, 'DK', 'user', 'select email_index from user_profiles')).toEqual([{ email_index: 'y' }]);
    for (const [scope, service] of [['DK', 'forum'], ['NO', 'user']] as const) {
      const role = pod.databases.role(scope, service);
      await pod.admin.query(`grant usage on schema territory_dk to ${role}; grant all on territory_dk.user_profiles to ${role}`);
      expect(await as(pod, scope, service, 'select * from territory_dk.user_profiles')).toEqual([]);
      await expect(as(pod, scope, service, "insert into territory_dk.user_profiles (email_sealed, email_index) values ('a', 'b')")).rejects.toMatchObject({ code: '42501' });
      await pod.admin.query(`revoke all on territory_dk.user_profiles from ${role}; revoke usage on schema territory_dk from ${role}; grant usage on schema ${namesOf(scope).schema} to ${role}`);
    }
  });

  it('shows every territory only its own messages, and nobody can write for another', async () => {
    const publish = (scope: string, service: string, territory: string, as_: string): Promise<unknown[]> =>
      as(pod, scope, service, 'insert into messaging.outbox (territory, service, payload) values ($1, $2, $3)', [territory, as_, '{}']);
    await publish('DK', 'forum', 'DK', 'forum');
    await publish('NO', 'user', 'NO', 'user');
    await publish('global', 'territory', 'global', 'territory');
    await expect(publish('DK', 'forum', 'NO', 'forum')).rejects.toMatchObject({ code: '42501' });
    await expect(publish('DK', 'forum', 'DK', 'user')).rejects.toMatchObject({ code: '42501' });
    await expect(publish('DK', 'forum', 'global', 'forum')).rejects.toMatchObject({ code: '42501' });
    const seen = (scope: string, service: string): Promise<unknown[]> => as(pod, scope, service, 'select territory from messaging.outbox order by territory');
    expect(await seen('DK', 'forum')).toEqual([{ territory: 'DK' }]);
    expect(await seen('HAIDA-FN-CA', 'forum')).toEqual([]);
    expect(await seen('global', 'event')).toEqual([{ territory: 'DK' }, { territory: 'NO' }, { territory: 'global' }]);
    expect(await seen('DK', 'event')).toEqual([{ territory: 'DK' }]);
  });

  it('keeps the inbox of a service to that service', async () => {
    const insert = "insert into messaging.inbox values ('forum', 'DK', gen_random_uuid())";
    await as(pod, 'DK', 'forum', insert);
    await expect(as(pod, 'DK', 'user', insert)).rejects.toMatchObject({ code: '42501' });
    expect(await as(pod, 'DK', 'user', 'select * from messaging.inbox')).toEqual([]);
  });
});
