import { ConnectionBudget, createTerritoryDb, inMemoryRegistry, type PodDatabases, type TerritoryDb } from '@unityplan/territory';
import type { TerritorySchema } from '@unityplan/territory-service/life';

/** The registry's tables as the territory service itself may write them; nothing but the migrator works with the admin's rights. */
export function openGlobal(databases: PodDatabases): TerritoryDb<TerritorySchema> {
  return createTerritoryDb<TerritorySchema>({ service: 'territory', databases, registry: inMemoryRegistry([]), budget: new ConnectionBudget(4) });
}
