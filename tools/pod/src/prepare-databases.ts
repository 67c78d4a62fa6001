import pg from 'pg';
import { discoverSources, migratePod, podDatabases, readServerLimits, seedReferenceTerritories, type ServerLimits } from '@unityplan/territory';
import type { PodPlan } from './pods.ts';

export interface PreparedDatabases {
  /** Migrations that were applied now. */
  readonly applied: number;
  readonly limits: ServerLimits;
}

/** Migrates the pod's databases and registers its territories. Safe to repeat, and to interrupt. */
export async function prepareDatabases(root: string, pod: PodPlan, databaseUrl: string, podSecret: string, doing: (what: string) => void): Promise<PreparedDatabases> {
  const databases = podDatabases({ podId: pod.id, databaseUrl, roleSecret: podSecret });
  const reports = await migratePod({
    databases, territories: [...pod.territories], sources: discoverSources(root), roleSecret: podSecret,
    onProgress: (event) => doing(event.kind === 'waiting' ? `waiting for ${event.schema}: ${event.why}` : `migrating, ${event.done} of ${event.total} schemas`),
  });
  const applied = reports.flatMap((report) => report.schemas).reduce((sum, schema) => sum + schema.applied.length, 0);
  const client = new pg.Client(databases.adminUrl('global'));
  await client.connect();
  try {
    await seedReferenceTerritories(client, { podId: pod.id, active: [...pod.territories] });
    return { applied, limits: await readServerLimits(client) };
  } finally {
    await client.end();
  }
}
