/** A pod of its own in the shared cluster: a database and a role prefix that nobody else uses, both removed at the end. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import {
  ConnectionBudget, createDatabaseIfMissing, createTerritoryDb, inMemoryRegistry, migrate, podDatabases, REFERENCE_TERRITORIES,
  type MigrateOptions, type MigrationSource, type PodDatabases, type PoolOptions, type TerritoryDb, type TerritoryRegistry,
} from '../src/index.ts';

export const FIXTURES = join(import.meta.dirname, 'fixtures');
export const TERRITORY_MIGRATIONS = join(import.meta.dirname, '../../../apps/territory/src/db/migrations');
export const SOURCES: MigrationSource[] = [
  { owner: 'territory', dir: TERRITORY_MIGRATIONS },
  { owner: 'forum', dir: join(FIXTURES, 'forum') },
  { owner: 'user', dir: join(FIXTURES, 'user') },
  { owner: 'matrix-gateway' },
  { owner: 'event' },
  { owner: 'messaging', kind: 'lib', dir: join(FIXTURES, 'messaging') },
];

export interface TestPod {
  adminUrl: string;
  rolePrefix: string;
  roleSecret: string;
  databases: PodDatabases;
  /** An admin connection. */
  admin: pg.Client;
  migrateOptions(territories: readonly string[], sources?: MigrationSource[]): MigrateOptions;
  drop(): Promise<void>;
}

export async function testPod(): Promise<TestPod> {
  const run = randomBytes(4).toString('hex');
  const base = new URL(process.env['TEST_PG_ADMIN_URL']!);
  const name = `unityplan_t_${run}`;
  await createDatabaseIfMissing(base.href, name);
  const url = new URL(base);
  url.pathname = `/${name}`;
  const adminUrl = url.href;
  const rolePrefix = `t${run}_`;
  const roleSecret = randomBytes(16).toString('hex');
  const databases = podDatabases({ podId: 'dk', databaseUrl: adminUrl, rolePrefix, roleSecret });
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  return {
    adminUrl, rolePrefix, roleSecret, databases, admin,
    migrateOptions: (territories, sources = SOURCES) => ({ adminUrl, podId: 'dk', territories, sources, rolePrefix, roleSecret }),
    drop: async () => {
      await admin.end();
      const client = new pg.Client({ connectionString: base.href });
      await client.connect();
      await client.query(`drop database ${name} with (force)`);
      const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where starts_with(rolname, $1)', [rolePrefix]);
      for (const { rolname } of rows) await client.query(`drop role ${pg.escapeIdentifier(rolname)}`);
      await client.end();
    },
  };
}

/** A migrated pod with `territories`. */
export async function migratedPod(territories: readonly string[]): Promise<TestPod> {
  const pod = await testPod();
  await migrate(pod.migrateOptions(territories));
  return pod;
}

/** The reference registry with `territories` served by pod dk. */
function registryOf(territories: readonly string[]): TerritoryRegistry {
  return inMemoryRegistry(REFERENCE_TERRITORIES.map((one) => (territories.includes(one.id) ? { ...one, status: 'active', podId: 'dk' } : one)));
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests ask for whatever table they like
export function openDb(pod: TestPod, service: string, territories: readonly string[], options: PoolOptions = {}, budget = new ConnectionBudget()): TerritoryDb<any> {
  return createTerritoryDb({ service, databases: pod.databases, registry: registryOf(territories), budget, ...options });
}

/** Runs one statement as a service in a scope and answers its rows. */
export async function as(pod: TestPod, scope: string, service: string, text: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client(pod.databases.connection(scope, service));
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}
