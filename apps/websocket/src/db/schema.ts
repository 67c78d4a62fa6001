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

/** What the websocket service owns in each territory. */
export interface WebsocketDb {
  streams: StreamsTable;
  stream_entries: StreamEntriesTable;
  stream_base: StreamBaseTable;
}
