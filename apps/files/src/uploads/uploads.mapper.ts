import type { files, RouteAnswer } from '@unityplan/contracts';
import type { Selectable } from 'kysely';
import type { UploadsTable } from '../db/uploads.table.ts';

type Row = Pick<Selectable<UploadsTable>, 'file_id' | 'purpose' | 'state' | 'byte_length' | 'received' | 'created_at'>;

/** An upload as its owner sees it on the way. The caller has refused erased ones. */
export function toProgress(row: Row, fileName: string, unusedHours: number): RouteAnswer<typeof files.getUpload> {
  return {
    fileId: row.file_id,
    purpose: row.purpose,
    fileName,
    byteLength: row.byte_length,
    offset: row.received,
    state: row.state as 'receiving' | 'ready' | 'refused',
    expiresAt: new Date(row.created_at.getTime() + unusedHours * 3_600_000).toISOString(),
  };
}
