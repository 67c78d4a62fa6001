import type { TerritoryDb as Db } from '@unityplan/territory';

/** The registry's own columns are read through libs/territory; settings are this service's. */
interface TerritoriesTable {
  id: string;
  settings: unknown;
}

export type TerritoryDb = Db<{ territories: TerritoriesTable }>;
