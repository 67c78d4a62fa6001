/** Finds who owns which migrations in a checkout, so that no list of services is kept by hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationSource } from './files.ts';

interface PackageJson {
  nx?: { tags?: string[] };
}

/** Every service below `apps/` (also those without tables: they need a role to read `global`), and the messaging lib. */
export function findMigrationSources(root: string): MigrationSource[] {
  const services = readdirSync(join(root, 'apps'))
    .sort()
    .filter((name) => tagsOf(join(root, 'apps', name)).includes('type:service'))
    .map((name): MigrationSource => {
      const dir = join(root, 'apps', name, 'src', 'db', 'migrations');
      return existsSync(dir) ? { owner: name, dir } : { owner: name };
    });
  return [...services, { owner: 'messaging', kind: 'lib', dir: join(root, 'libs', 'messaging', 'migrations') }];
}

function tagsOf(project: string): string[] {
  const file = join(project, 'package.json');
  return existsSync(file) ? ((JSON.parse(readFileSync(file, 'utf8')) as PackageJson).nx?.tags ?? []) : [];
}
