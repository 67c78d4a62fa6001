import { fileURLToPath } from 'node:url';
import type { PodConfig, PodResources } from '@unityplan/service-kit';
import { discoverSources, migrate, seedReferenceTerritories } from '@unityplan/territory';
import pg from 'pg';

/** Three countries in one database: each is tried against both others. */
export const territories = ['DE', 'FR', 'ES'] as const;
export type TerritoryId = (typeof territories)[number];

/** The territory after this one, in a ring. */
export function nextOf(territory: TerritoryId): TerritoryId {
  return territories[(territories.indexOf(territory) + 1) % territories.length]!;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Makes the three territories in a pod's database, as the migrator does, and tells the registry of this process. */
export async function makeTerritories(config: PodConfig, resources: PodResources): Promise<void> {
  await migrate({
    adminUrl: config.databaseUrl, podId: config.podId, territories: [...territories], sources: discoverSources(root), roleSecret: config.podSecret,
    ...(config.rolePrefix === undefined ? {} : { rolePrefix: config.rolePrefix }),
  });
  const admin = new pg.Client(config.databaseUrl);
  await admin.connect();
  try {
    await seedReferenceTerritories(admin, { podId: config.podId, active: [...territories] });
  } finally {
    await admin.end();
  }
  await resources.registry.refresh();
}
