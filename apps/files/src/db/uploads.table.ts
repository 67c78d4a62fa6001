import type { files } from '@unityplan/contracts';
import type { ColumnType, Generated } from 'kysely';

export type FileClass = 'private' | 'public';
export type UploadState = 'receiving' | 'ready' | 'refused' | 'erased';

/** Why a file was refused: what a repeated completion is answered with. */
export interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface UploadsTable {
  file_id: string;
  owner_id: string;
  purpose: files.FilePurpose;
  class: FileClass;
  state: Generated<UploadState>;
  name_sealed: string | null;
  alt_sealed: string | null;
  byte_length: number;
  sha256: string | null;
  received: Generated<number>;
  refusal: ColumnType<Refusal | null, string | null | undefined, string | null>;
  stored_bytes: Generated<number>;
  created_at: Date;
  unused_since: Date | null;
}

export interface KeysTable {
  key_id: string;
  wrapped: string;
}

export interface ChunksTable {
  file_id: string;
  starts_at: number;
  bytes: number;
  sealed: Buffer;
}

export interface UsesTable {
  file_id: string;
  used_by: string;
  since: Date;
}
