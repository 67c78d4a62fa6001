import type { files } from '@unityplan/contracts';
import type { Generated } from 'kysely';
import type { FileClass } from './uploads.table.ts';

export interface BlobsTable {
  cid: string;
  class: FileClass;
  ref_count: Generated<number>;
  bytes: number;
  key_id: string | null;
  created_at: Date;
  unpinned_at: Date | null;
}

export interface BlocksTable {
  cid: string;
  block: string;
}

export interface VariantsTable {
  file_id: string;
  size: files.FileSize;
  cid: string;
  width: number;
  height: number;
  bytes: number;
}

export interface TombstonesTable {
  cid: string;
  erased_at: Date;
}
