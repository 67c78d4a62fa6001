import type { Reader, TerritoryDb, Tx } from '@unityplan/territory';
import type { Generated } from 'kysely';

export interface AuditEntriesTable {
  seq: number;
  event_id: string;
  recorded_at: Date;
  happened_at: Date;
  name: string;
  aggregate: string;
  aggregate_seq: number;
  member_id: string | null;
  payload_hash: string;
  prev_hash: string;
  hash: string;
}
export interface AuditHeadTable {
  only_row: Generated<boolean>;
  seq: number;
  hash: string;
  recorded_at: Date;
}
export interface AuditCheckpointsTable {
  seq: number;
  head: string;
  root: string | null;
  at: Date;
  key_id: string;
  signature: string;
}

/** The event service's part of a territory's schema. */
export interface EventSchema {
  audit_entries: AuditEntriesTable;
  audit_head: AuditHeadTable;
  audit_checkpoints: AuditCheckpointsTable;
}

export type EventDb = TerritoryDb<EventSchema>;
export type EventTx = Tx<EventSchema>;
export type EventReader = Reader<EventSchema>;
