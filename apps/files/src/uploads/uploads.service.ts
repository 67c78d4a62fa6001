import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, files, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { CLOCK, CONFIG, DB, once, type Clock, type MemberContext } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import type { FilesDb, FilesTx } from '../db/schema.ts';
import type { FilesConfig } from '../files.config.ts';
import { sealSegments } from '../sealing/segments.ts';
import { SealedFiles } from '../sealing/sealed-files.ts';
import { placeOfChunk, refuseTooMuch } from './uploads.policy.ts';
import { UploadsRepository } from './uploads.repository.ts';
import { chunkPart, UploadsViews } from './uploads.views.ts';

type Announced = RouteInput<typeof files.startUpload>['body'];
type Progress = RouteAnswer<typeof files.getUpload>;

@Injectable()
export class UploadsService {
  constructor(
    @Inject(DB) private readonly db: FilesDb,
    @Inject(CONFIG) private readonly config: FilesConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: UploadsRepository,
    private readonly views: UploadsViews,
    private readonly sealed: SealedFiles,
  ) {}

  /** Announces a file. Throws file_too_large, file_quota_exceeded. */
  async start(call: MemberContext, body: Announced): Promise<Progress> {
    const { territory } = call;
    const { memberId } = call.member;
    const upload = await this.db.transact(territory, async (tx) => {
      const request = { table: 'files_requests', memberId, route: files.startUpload.id, key: call.idempotencyKey, body };
      const fileId = await once(tx.db, request, () => this.announce(tx, memberId, body));
      return this.views.read(tx.db, fileId, memberId);
    });
    return this.views.toProgress(territory, upload);
  }

  /**
   * Keeps a chunk, whole, together with the count of what has arrived. One that is here already in part or in full changes nothing.
   * Throws upload_gap, upload_overrun, upload_closed, file_gone.
   */
  async takeChunk(call: MemberContext, fileId: string, offset: number, bytes: Uint8Array): Promise<Progress> {
    const { territory } = call;
    const { memberId } = call.member;
    // Looked at first without a lock: what is wrong or known needs no encryption.
    const before = await this.views.own(territory, fileId, memberId);
    if (placeOfChunk(before, offset, bytes.byteLength) === 'known') return this.views.toProgress(territory, before);
    const { key } = this.sealed.key(territory, fileId, before.wrapped);
    const sealed = sealSegments(key, bytes, { fileId, part: chunkPart(offset) });
    const after = await this.db.transact(territory, async (tx) => {
      const upload = await this.repository.lock(tx, fileId, memberId);
      if (!upload) throw new Problem(commonErrors.not_found);
      if (placeOfChunk(upload, offset, bytes.byteLength) === 'known') return upload;
      await this.repository.addChunk(tx, { fileId, startsAt: offset, bytes: bytes.byteLength, sealed });
      return { ...upload, received: offset + bytes.byteLength };
    });
    return this.views.toProgress(territory, { ...after, wrapped: before.wrapped });
  }

  private async announce(tx: FilesTx, ownerId: string, body: Announced): Promise<string> {
    const fileId = v7();
    const { territory } = tx;
    await this.repository.lockOwner(tx, ownerId);
    refuseTooMuch(body.byteLength, await this.repository.usage(tx, ownerId), this.config.quotaMb);
    const { key, wrapped } = this.sealed.newKey(territory, fileId);
    const upload = {
      file_id: fileId,
      owner_id: ownerId,
      purpose: body.purpose,
      class: files.fileClasses[body.purpose],
      name_sealed: this.sealed.seal(territory, fileId, key, 'name', body.fileName),
      alt_sealed: body.alt === undefined ? null : this.sealed.seal(territory, fileId, key, 'alt', body.alt),
      byte_length: body.byteLength,
      sha256: body.sha256 ?? null,
      created_at: new Date(this.clock()),
      unused_since: null,
    };
    await this.repository.insert(tx, upload, wrapped);
    return fileId;
  }
}
