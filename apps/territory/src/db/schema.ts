import type { Reader, TerritoryDb as Db, Tx } from '@unityplan/territory';
import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';

/** The registry. Whoever looks something up asks libs/territory's snapshot; here it is written, and settings are read. */
interface TerritoriesTable {
  id: string;
  kind: string;
  name_en: string;
  name_da: string;
  name_own: string | null;
  parent_territory: string | null;
  sovereign_id: string;
  geographic_countries: string[];
  default_language: string;
  pod_id: string | null;
  status: Generated<string>;
  routing_epoch: Generated<string>;
  settings: ColumnType<unknown, string | undefined, string>;
  database_name: string | null;
}

interface OrdersTable {
  id: string;
  territory: string;
  kind: string;
  name_en: string;
  name_da: string;
  name_own: string | null;
  parent_territory: string | null;
  geographic_countries: string[];
  default_language: string;
  database_name: string | null;
  requested_by: string | null;
  requested_in: string | null;
  status: Generated<'waiting' | 'running' | 'done' | 'failed'>;
  step: Generated<'recorded' | 'registered' | 'built' | 'open'>;
  attempts: Generated<number>;
  problem_en: Generated<string | null>;
  problem_da: Generated<string | null>;
  detail: Generated<string | null>;
  created_at: ColumnType<Date, Date | undefined, never>;
  done_at: Generated<Date | null>;
}
export type OrderRow = Selectable<OrdersTable>;
export type NewOrder = Insertable<OrdersTable>;

interface StatusChangesTable {
  id: string;
  territory: string;
  status: string;
  reason: string;
  changed_by: string | null;
  changed_in: string | null;
  changed_at: ColumnType<Date, Date | undefined, never>;
}

/** The territory service's part of the schema that all territories share. */
export interface TerritorySchema {
  territories: TerritoriesTable;
  territory_orders: OrdersTable;
  territory_status_changes: StatusChangesTable;
}

export type TerritoryDb = Db<TerritorySchema>;
export type TerritoryTx = Tx<TerritorySchema>;
export type TerritoryReader = Reader<TerritorySchema>;
