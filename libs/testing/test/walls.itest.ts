import { podDatabases } from '@unityplan/territory';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeGround, type TestGround } from '../src/index.ts';

const actions = ['select', 'insert', 'update', 'delete'] as const;
let ground: TestGround;
beforeAll(async () => {
  ground = await takeGround();
});
afterAll(() => ground.release());

interface Relation {
  schema: string;
  name: string;
  column: string;
  owner: string;
}

function statement(action: (typeof actions)[number], { schema, name, column }: Relation): string {
  const target = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
  const forms = { select: `select from ${target}`, insert: `insert into ${target} default values`, update: `update ${target} set ${column} = default`, delete: `delete from ${target}` };
  return `explain ${forms[action]}`;
}

it("refuses every service's role every other territory's and every other service's table, of all services there are", async () => {
  const { cluster, databaseUrl } = ground;
  const databases = podDatabases({ podId: 'dk', databaseUrl, rolePrefix: cluster.rolePrefix, roleSecret: cluster.podSecret });
  const roles = await ground.query<{ territory: string; service: string }>('select territory, service from messaging.role_bindings order by 1, 2');
  const relations = await ground.query<Relation>(
    `select n.nspname as schema, c.relname as name, quote_ident(max(a.attname)) as column, max(o.owner) as owner
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join global.schema_objects o on o.schema = n.nspname and o.name = c.relname
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
     where c.relkind in ('r', 'p', 'v') and n.nspname like 'territory\\_%' group by 1, 2`,
  );
  const owners = new Set(relations.map((relation) => relation.owner));
  expect([...owners].sort()).toEqual(['auth', 'badge', 'course', 'event', 'files', 'forum', 'notification', 'user', 'websocket']);
  expect(new Set(roles.map((role) => role.service)).size).toBe(11);

  const wrong: string[] = [];
  let refused = 0;
  let owned = 0;
  for (const { territory, service } of roles) {
    const client = new pg.Client(databases.connection(territory, service));
    await client.connect();
    for (const relation of relations) {
      const own = relation.owner === service && relation.schema === databases.schema(territory);
      for (const action of actions) {
        const code = await client.query(statement(action, relation)).then(() => 'allowed', (error: pg.DatabaseError) => error.code);
        if (own && action === 'select' && code !== 'allowed') wrong.push(`${territory}/${service} cannot ${action} its own ${relation.name}: ${code}`);
        if (!own && code !== '42501') wrong.push(`${territory}/${service} may ${action} ${relation.schema}.${relation.name}: ${code}`);
        if (own) owned++;
        else refused++;
      }
    }
    await client.end();
  }
  expect(wrong).toEqual([]);
  expect(owned).toBe(relations.length * actions.length);
  expect(refused).toBe((roles.length - 1) * relations.length * actions.length);
});
