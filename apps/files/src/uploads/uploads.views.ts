import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, files, Problem, type RouteAnswer } from '@unityplan/contracts';
import { CONFIG, DB, type MemberContext } from '@unityplan/service-kit';
import type { Selectable } from 'kysely';
import type { FilesDb, FilesReader } from '../db/schema.ts';
import type { UploadsTable } from '../db/uploads.table.ts';
import type { FilesConfig } from '../files.config.ts';
import { openSegments } from '../sealing/segments.ts';
import { SealedFiles } from '../sealing/sealed-files.ts';
import { toProgress } from './uploads.mapper.ts';

/** An upload with the key that opens what is sealed of it. */
export type OwnUpload = Selectable<UploadsTable> & { wrapped: string };

@Injectable()
export class UploadsViews {
  constructor(
    @Inject(DB) private readonly db: FilesDb,
    @Inject(CONFIG) private readonly config: FilesConfig,
    private readonly sealed: SealedFiles,
  ) {}

  async progress(call: MemberContext, fileId: string): Promise<RouteAnswer<typeof files.getUpload>> {
    return this.toProgress(call.territory, await this.own(call.territory, fileId, call.member.memberId));
  }

  toProgress(territory: string, row: OwnUpload): RouteAnswer<typeof files.getUpload> {
    return toProgress(row, this.sealed.open(territory, row).fileName, this.config.unusedHours);
  }

  /** Throws not_found for what is not there or someone else's, and file_gone for what was erased. */
  async own(territory: string, fileId: string, ownerId: string): Promise<OwnUpload> {
    return this.db.read(territory, (reader) => this.read(reader, fileId, ownerId));
  }

  /** The same, within a transaction of the caller. */
  async read(reader: FilesReader, fileId: string, ownerId: string): Promise<OwnUpload> {
    const row = await reader
      .selectFrom('files_uploads')
      .leftJoin('files_keys', 'key_id', 'file_id')
      .selectAll('files_uploads')
      .select('wrapped')
      .where('file_id', '=', fileId)
      .where('owner_id', '=', ownerId)
      .executeTakeFirst();
    if (!row) throw new Problem(commonErrors.not_found);
    if (row.wrapped === null) throw new Problem(files.filesErrors.file_gone);
    return { ...row, wrapped: row.wrapped };
  }

  /** Everything that has arrived, in clear. */
  async content(territory: string, upload: OwnUpload): Promise<Buffer> {
    const { key } = this.sealed.key(territory, upload.file_id, upload.wrapped);
    const chunks = await this.db.read(territory, (reader) =>
      reader.selectFrom('files_chunks').select(['starts_at', 'bytes', 'sealed']).where('file_id', '=', upload.file_id).orderBy('starts_at').execute());
    const parts: Buffer[] = [];
    for (const { starts_at, bytes, sealed } of chunks) parts.push(await openSegments(key, { fileId: upload.file_id, part: chunkPart(starts_at), length: bytes }, sealed));
    return Buffer.concat(parts);
  }
}

/** What a chunk's ciphertext is bound to besides its file. */
export function chunkPart(startsAt: number): string {
  return `chunk ${startsAt}`;
}
