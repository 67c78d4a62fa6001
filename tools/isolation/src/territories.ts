import { fileURLToPath } from 'node:url';
import type { PodConfig, PodResources } from '@unityplan/service-kit';
import { discoverSources, migratePod, seedReferenceTerritories } from '@unityplan/territory';
import pg from 'pg';

/** Three countries that are open: each is tried against both others. */
export const territories = ['DE', 'FR', 'ES'] as const;
/** Two that are lived in like the others and then closed, and how. */
export const closed = { IT: 'suspended', PT: 'archived' } as const;
export type ClosedId = keyof typeof closed;
export const closedIds = Object.keys(closed) as ClosedId[];
export type TerritoryId = (typeof territories)[number] | ClosedId;
export const everywhere: readonly TerritoryId[] = [...territories, ...closedIds];

/** The open territory after this one, in a ring. */
export function nextOf(territory: TerritoryId): TerritoryId {
  return territories[(territories.findIndex((one) => one === territory) + 1) % territories.length]!;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Makes the territories where the pod's connection book places them, as the pod runner does, and tells the registry of this process. */
export async function makeTerritories(config: PodConfig, { databases, registry }: PodResources): Promise<void> {
  await migratePod({ databases, territories: everywhere, sources: discoverSources(root), roleSecret: config.podSecret });
  const admin = new pg.Client(config.databaseUrl);
  await admin.connect();
  try {
    await seedReferenceTerritories(admin, { podId: config.podId, active: everywhere });
  } finally {
    await admin.end();
  }
  await registry.refresh();
}
