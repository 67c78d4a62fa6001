import type { RequestsTable } from '@unityplan/service-kit';
import type { Reader, TerritoryDb, Tx } from '@unityplan/territory';
import type { BlobsTable, BlocksTable, TombstonesTable, VariantsTable } from './blobs.table.ts';
import type { ChunksTable, KeysTable, UploadsTable, UsesTable } from './uploads.table.ts';

/** The files service's part of a territory's schema. */
export interface FilesSchema {
  files_uploads: UploadsTable;
  files_keys: KeysTable;
  files_chunks: ChunksTable;
  files_uses: UsesTable;
  files_blobs: BlobsTable;
  files_blocks: BlocksTable;
  files_variants: VariantsTable;
  files_tombstones: TombstonesTable;
  files_requests: RequestsTable;
}

export type FilesDb = TerritoryDb<FilesSchema>;
export type FilesTx = Tx<FilesSchema>;
export type FilesReader = Reader<FilesSchema>;
