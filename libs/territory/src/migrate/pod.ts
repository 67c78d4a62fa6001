/** The migrator over all databases of a pod. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseTerritoryId } from '../names.ts';
import type { PodDatabases } from '../pod-databases.ts';
import { createDatabaseIfMissing } from './database.ts';
import type { MigrationSource } from './files.ts';
import { migrate, type MigrateOptions, type MigrationReport } from './migrate.ts';

export type MigratePodOptions = Omit<MigrateOptions, 'adminUrl' | 'podId' | 'rolePrefix'> & { databases: PodDatabases };

/** Splits a pod's territories over its databases; the pod's own database comes first. */
export function territoriesByDatabase(databases: PodDatabases, territories: readonly string[]): { adminUrl: string; territories: string[] }[] {
  const ids = territories.map((id) => parseTerritoryId(id));
  return databases.list().map(({ adminUrl }) => ({ adminUrl, territories: ids.filter((id) => databases.adminUrl(id) === adminUrl) }));
}

/** Creates missing databases and migrates each of them. Throws like `migrate`, at the first database that fails. */
export async function migratePod(options: MigratePodOptions): Promise<MigrationReport[]> {
  const { databases, ...rest } = options;
  const reports: MigrationReport[] = [];
  for (const { adminUrl, territories } of territoriesByDatabase(databases, options.territories)) {
    await createDatabaseIfMissing(adminUrl, decodeURIComponent(new URL(adminUrl).pathname.slice(1)));
    reports.push(await migrate({ ...rest, adminUrl, territories, podId: databases.podId, rolePrefix: databases.rolePrefix }));
  }
  return reports;
}

/** Apps that keep no data of their own. */
const WITHOUT_ROLES = new Set(['frontend', 'e2e']);

/** The sources of the monorepo: every app but the frontend is a service, a lib counts when it has migrations. */
export function discoverSources(root: string): MigrationSource[] {
  const folders = (part: string): string[] => (existsSync(join(root, part)) ? readdirSync(join(root, part)).sort() : []);
  const migrationsOf = (dir: string): string | undefined =>
    ['src/db/migrations', 'src/migrations', 'migrations'].map((path) => join(root, dir, path)).find((path) => existsSync(path));
  const apps = folders('apps').filter((name) => !WITHOUT_ROLES.has(name) && existsSync(join(root, 'apps', name, 'package.json')));
  const source = (owner: string, kind: 'service' | 'lib', dir: string | undefined): MigrationSource => ({ owner, kind, ...(dir === undefined ? {} : { dir }) });
  return [
    ...apps.map((name) => source(name, 'service', migrationsOf(join('apps', name)))),
    ...folders('libs').map((name) => source(name, 'lib', migrationsOf(join('libs', name)))).filter(({ dir }) => dir !== undefined),
  ];
}
