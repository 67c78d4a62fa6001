/** A pod as commands and the runner find it: its databases by its environment, its territories by its registry. */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { TerritoryError } from './errors.ts';
import { podDatabases, type PodDatabases } from './pod-databases.ts';
import type { TerritoryStatus } from './reference/territory.ts';

/** A territory that the registry says a pod has. */
export interface RegisteredTerritory {
  readonly id: string;
  /** In its own language where the registry has that. */
  readonly name: string;
  readonly status: Exclude<TerritoryStatus, 'listed'>;
  /** The name of the database it has for itself, when that was said in the registry. */
  readonly database?: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** A value from `NAME`, or from the file that `NAME_FILE` names (Docker secrets). */
export function fromEnv(env: Env, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  return file ? readFileSync(file, 'utf8').trim() : env[name] || undefined;
}

/** The connection book of a pod from what every service of it is told. Throws CONFIG_INVALID, naming what is missing. */
export function databasesFrom(env: Env): PodDatabases {
  const [databaseUrl, roleSecret, podId] = [fromEnv(env, 'DATABASE_URL'), fromEnv(env, 'POD_SECRET'), env['POD_ID']];
  if (!databaseUrl || !roleSecret || !podId) {
    const missing = Object.entries({ DATABASE_URL: databaseUrl, POD_ID: podId, POD_SECRET: roleSecret }).flatMap(([name, value]) => (value ? [] : [name]));
    throw new TerritoryError('CONFIG_INVALID', `Set ${missing.join(', ')} as the pod has it.`);
  }
  const own = Object.entries(env).flatMap(([name, value]) => (name.startsWith('POSTGRES_DB_') && value ? [[name.slice('POSTGRES_DB_'.length).replaceAll('_', '-'), value] as const] : []));
  return podDatabases({ podId, databaseUrl, roleSecret, territoryDatabases: Object.fromEntries(own), ...(env['ROLE_PREFIX'] ? { rolePrefix: env['ROLE_PREFIX'] } : {}) });
}

/**
 * The territories that the registry says the pod has, suspended and archived ones too; none before the pod's first migration. Those that came
 * with a database of their own are found there from then on. Reads as the administrator, or by another login of the pod's database.
 */
export async function registeredTerritories(databases: PodDatabases, login: pg.ClientConfig = { connectionString: databases.adminUrl('global') }): Promise<RegisteredTerritory[]> {
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows: [found] } = await client.query<{ there: boolean }>(`select to_regclass('global.territories') is not null as there`);
    if (!found?.there) return [];
    // By way of JSON: a database that was not migrated for long may lack the column.
    const { rows } = await client.query<RegisteredTerritory>(
      `select t.id, coalesce(t.name_own, t.name_en) as name, t.status, to_jsonb(t) ->> 'database_name' as database
       from global.territories t where t.pod_id = $1 and t.status <> 'listed' order by t.id`, [databases.podId]);
    const territories = rows.map(({ database, ...one }) => ({ ...one, ...(database ? { database } : {}) }));
    databases.place(territories);
    return territories;
  } catch (error) {
    // The database itself is made at the first start.
    const { code } = error as { code?: string };
    if (code === '3D000') return [];
    if (code !== '42501') throw error;
    throw new TerritoryError('ADMIN_CANNOT_CREATE_ROLES', `The database user ${client.user} may not read the registry in ${client.database}: give the URL of the user who made it, or of another administrator.`, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}
