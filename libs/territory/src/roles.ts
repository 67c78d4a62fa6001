/** Login roles and groups, made by an admin connection. One role per (territory | global, service); shared rights come through two groups. */
import pg from 'pg';
import { TerritoryError } from './errors.ts';
import { groupRoles, namesOf, roleName } from './names.ts';
import { rolePassword, type Scope } from './pod-databases.ts';
import { passwordMark, scramVerifier } from './scram.ts';

/** What role work needs to know about a pod. */
export interface RolePlan {
  /** Services that get a login role in every scope. */
  services: readonly string[];
  rolePrefix?: string;
  roleSecret: string;
}

type Queryable = Pick<pg.ClientBase, 'query'>;

/** Checks that the connected user may create roles and schemas here. Throws ADMIN_CANNOT_CREATE_ROLES, saying what to run. */
export async function checkAdmin(client: Queryable): Promise<void> {
  const { rows } = await client.query<{ name: string; database: string; roles: boolean; schemas: boolean }>(
    `select rolname as name, current_database() as database, rolsuper or rolcreaterole as roles,
       has_database_privilege(current_database(), 'create') as schemas from pg_roles where rolname = current_user`,
  );
  const { name, database, roles, schemas } = rows[0]!;
  const missing = [
    ...(roles ? [] : [`may not create roles (run: ALTER ROLE ${pg.escapeIdentifier(name)} CREATEROLE)`]),
    ...(schemas ? [] : [`may not create schemas (run: ALTER DATABASE ${pg.escapeIdentifier(database)} OWNER TO ${pg.escapeIdentifier(name)})`]),
  ];
  if (missing.length === 0) return;
  throw new TerritoryError('ADMIN_CANNOT_CREATE_ROLES', `The database user ${name} ${missing.join(' and ')}. The migrator needs an admin URL.`);
}

/** Makes the two NOLOGIN groups of a prefix. Idempotent, also when two migrators race. */
export async function ensureGroups(client: Queryable, rolePrefix?: string): Promise<void> {
  const groups = Object.values(groupRoles(rolePrefix));
  await client.query(
    groups
      .map((group) => `do $$ begin create role ${pg.escapeIdentifier(group)} nologin; exception when duplicate_object or unique_violation then null; end $$;`)
      .join('\n'),
  );
}

/** One entry of `global.provision_scope`; with `verifier` the role is new or its password changes. */
export interface RoleRow {
  service: string;
  role: string;
  verifier?: string;
  mark?: string;
}

/** For each scope its roles, with verifiers only where the cluster's role is missing or has another password. One query. */
export async function planRoles(client: Queryable, scopes: readonly Scope[], plan: RolePlan): Promise<Map<Scope, RoleRow[]>> {
  const wanted = scopes.flatMap((scope) =>
    plan.services.map((service) => {
      const slug = scope === 'global' ? scope : namesOf(scope).slug;
      const role = roleName({ ...(plan.rolePrefix === undefined ? {} : { prefix: plan.rolePrefix }), slug, service });
      const password = rolePassword(plan.roleSecret, role);
      return { scope, service, role, password, mark: passwordMark(role, password) };
    }),
  );
  const { rows } = await client.query<{ role: string; mark: string | null }>(
    `select r.rolname as role, shobj_description(r.oid, 'pg_authid') as mark from pg_roles r where r.rolname = any ($1) and r.rolcanlogin`,
    [wanted.map(({ role }) => role)],
  );
  const marks = new Map(rows.map(({ role, mark }) => [role, mark]));
  const planned = new Map<Scope, RoleRow[]>(scopes.map((scope) => [scope, []]));
  await Promise.all(
    wanted.map(async ({ scope, service, role, password, mark }) => {
      const fresh = marks.get(role) !== mark;
      planned.get(scope)!.push(fresh ? { service, role, mark, verifier: await scramVerifier(role, password) } : { service, role });
    }),
  );
  return planned;
}

/** Roles, schema, USAGE, bindings and the rights on existing objects of one scope, in one round trip. True when something changed. */
export async function provisionScope(client: Queryable, schema: string, scope: Scope, roles: readonly RoleRow[], rolePrefix?: string): Promise<boolean> {
  const groups = groupRoles(rolePrefix);
  const { rows } = await client.query<{ changed: boolean }>('select global.provision_scope($1, $2, $3, $4, $5) as changed', [
    schema,
    scope,
    JSON.stringify(roles),
    groups.globalRead,
    groups.messaging,
  ]);
  return rows[0]!.changed;
}
