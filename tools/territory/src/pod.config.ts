import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databasesFrom, type PodDatabases } from '@unityplan/territory';

type Env = Readonly<Record<string, string | undefined>>;

/** The pod that is worked on, as its environment names it. */
export interface Pod {
  readonly podId: string;
  /** With the rights to make roles, schemas and databases. */
  readonly databases: PodDatabases;
  readonly podSecret: string;
  /** The repository: its apps and libs hold the migrations. */
  readonly root: string;
  /** How people reach territories: `{slug}` is replaced. */
  readonly publicUrl: string | undefined;
  readonly logLevel: string;
}

/** Reads what every service of the pod is told, of which DATABASE_URL must be the admin's. Throws a sentence that names what is missing. */
export function podFrom(env: Env): Pod {
  const databases = databasesFrom(env);
  const podSecret = env['POD_SECRET_FILE'] ? readFileSync(env['POD_SECRET_FILE'], 'utf8').trim() : env['POD_SECRET']!;
  const root = env['UNITYPLAN_ROOT'] ?? join(import.meta.dirname, '..', '..', '..');
  return { podId: databases.podId, databases, podSecret, root, publicUrl: env['PUBLIC_URL'] || undefined, logLevel: env['LOG_LEVEL'] ?? 'info' };
}
