import type { TerritoryDb, Tx } from '@unityplan/territory';
import type { Generated, JSONColumnType } from 'kysely';

export interface StreamsTable {
  stream: string;
  epoch: string;
  last_seq: number;
}
export interface StreamEntriesTable {
  stream: string;
  seq: number;
  epoch: string;
  name: string;
  data: JSONColumnType<Record<string, unknown>>;
  happened_at: Date;
  created_at: Generated<Date>;
}
export interface StreamBaseTable {
  only_row: Generated<boolean>;
  epoch: string;
}

/** The websocket service's part of a territory's schema. */
export interface WebsocketSchema {
  streams: StreamsTable;
  stream_entries: StreamEntriesTable;
  stream_base: StreamBaseTable;
}

export type WebsocketDb = TerritoryDb<WebsocketSchema>;
export type WebsocketTx = Tx<WebsocketSchema>;
