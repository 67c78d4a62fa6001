import type { Reader, TerritoryDb } from '@unityplan/territory';
import type { TerritoriesTable } from './territories.table.ts';

/** The tables this service owns; all of them are in `global`. */
export interface RegistryTables {
  territories: TerritoriesTable;
}
export type RegistryDb = TerritoryDb<RegistryTables>;
export type RegistryReader = Reader<RegistryTables>;
