import pg from 'pg';
import { discoverSources, migratePod, podDatabases, seedReferenceTerritories } from '@unityplan/territory';
import type { PodPlan } from './pods.ts';

/** Migrates the pod's databases and registers its territories. Safe to repeat, and to interrupt. */
export async function prepareDatabases(root: string, pod: PodPlan, databaseUrl: string, podSecret: string, tell: (line: string) => void): Promise<void> {
  const databases = podDatabases({ podId: pod.id, databaseUrl, roleSecret: podSecret });
  const started = performance.now();
  const reports = await migratePod({ databases, territories: [...pod.territories], sources: discoverSources(root), roleSecret: podSecret });
  const applied = reports.flatMap((report) => report.schemas).reduce((sum, schema) => sum + schema.applied.length, 0);
  const client = new pg.Client(databases.adminUrl('global'));
  await client.connect();
  try {
    await seedReferenceTerritories(client, { podId: pod.id, active: [...pod.territories] });
  } finally {
    await client.end();
  }
  tell(`Databases are ready (${applied} migrations applied in ${Math.round(performance.now() - started)} ms)`);
}
