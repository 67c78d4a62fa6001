import pg from 'pg';
import { createDatabaseIfMissing, discoverSources, migrate, seedReferenceTerritories } from '@unityplan/territory';
import type { TestCluster } from '@unityplan/testing';

/** Territories of every test pod: a country, and another sovereign one to leak into. */
const testTerritories = ['DK', 'NO'] as const;

/** Makes the database that test files clone: all migrations of all services, two territories, reference data. */
export async function buildTemplate(root: string, cluster: Pick<TestCluster, 'pgAdminUrl' | 'template' | 'rolePrefix' | 'podSecret'>): Promise<void> {
  const admin = new URL(cluster.pgAdminUrl);
  await createDatabaseIfMissing(admin.href, cluster.template);
  admin.pathname = `/${cluster.template}`;
  await migrate({
    adminUrl: admin.href, podId: 'dk', territories: [...testTerritories], sources: discoverSources(root), rolePrefix: cluster.rolePrefix, roleSecret: cluster.podSecret,
  });
  const client = new pg.Client(admin.href);
  await client.connect();
  try {
    await seedReferenceTerritories(client, { podId: 'dk', active: [...testTerritories] });
  } finally {
    await client.end();
  }
}
