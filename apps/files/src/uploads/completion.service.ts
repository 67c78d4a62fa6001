import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, files, Problem } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, type Clock, type MemberContext } from '@unityplan/service-kit';
import type { FilesDb, FilesTx } from '../db/schema.ts';
import { PictureMaker } from '../pictures/picture-maker.ts';
import { Storing } from './storing.ts';
import { completionOf, isFinal } from './uploads.policy.ts';
import { UploadsRepository } from './uploads.repository.ts';
import { ContentGone, type StoredSize } from './blobs.repository.ts';
import { UploadsViews, type OwnUpload } from './uploads.views.ts';

/** How often content is stored anew that went away before anything referred to it. */
const attempts = 3;

/** Makes files of complete uploads. */
@Injectable()
export class CompletionService {
  private readonly running = new Map<string, Promise<void>>();
  constructor(
    @Inject(DB) private readonly db: FilesDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: UploadsRepository,
    private readonly views: UploadsViews,
    private readonly pictures: PictureMaker,
    private readonly storing: Storing,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Checks, encodes and stores what has arrived. Resolves when the file is ready, also when it was before, or another call is at it.
   * A file that is no picture we take is refused for good; whatever else goes wrong can be tried again.
   */
  async complete(call: MemberContext, fileId: string): Promise<void> {
    const { territory, member: { memberId } } = call;
    // Who is not its owner must not join the owner's call, so the member is part of the name.
    const id = `${territory} ${fileId} ${memberId}`;
    const running = this.running.get(id) ?? this.work(territory, fileId, memberId).finally(() => this.running.delete(id));
    this.running.set(id, running);
    await running;
  }

  /** Reads the upload itself: what a caller read before might be gone by now, made into a file by the call that ran until then. */
  private async work(territory: string, fileId: string, memberId: string): Promise<void> {
    const upload = await this.views.own(territory, fileId, memberId);
    if (completionOf(upload) === 'done') return;
    const sizes = await this.sizesOf(territory, upload);
    for (let attempt = 1; ; attempt++) {
      await this.storing.store(territory, upload, sizes);
      try {
        return await this.db.transact(territory, (tx) => this.finish(tx, upload, sizes));
      } catch (error) {
        if (!(error instanceof ContentGone) || attempt === attempts) throw error;
      }
    }
  }

  private async sizesOf(territory: string, upload: OwnUpload): Promise<StoredSize[]> {
    try {
      const content = await this.views.content(territory, upload);
      if (upload.sha256 !== null && createHash('sha256').update(content).digest('hex') !== upload.sha256) throw new Problem(files.filesErrors.file_checksum_wrong);
      const made = await this.pictures.make(content, upload.purpose);
      return await this.storing.build(territory, upload, made);
    } catch (error) {
      if (error instanceof Problem && isFinal(error)) await this.refuse(territory, upload, error);
      throw error;
    }
  }

  private async refuse(territory: string, { file_id, owner_id }: OwnUpload, { contract, params }: Problem): Promise<void> {
    await this.db.transact(territory, async (tx) => {
      const upload = await this.repository.lock(tx, file_id, owner_id);
      if (upload?.state === 'receiving') await this.repository.markRefused(tx, file_id, { code: contract.code, params });
    });
  }

  private async finish(tx: FilesTx, { file_id: fileId, owner_id: ownerId, purpose }: OwnUpload, sizes: readonly StoredSize[]): Promise<void> {
    const upload = await this.repository.lock(tx, fileId, ownerId);
    if (!upload) throw new Problem(commonErrors.not_found);
    if (completionOf(upload) === 'done') return;
    await this.storing.refer(tx, fileId, sizes);
    const stored = new Map(sizes.map(({ blob }) => [blob.cid, blob.bytes]));
    await this.repository.markReady(tx, fileId, [...stored.values()].reduce((sum, bytes) => sum + bytes, 0), new Date(this.clock()));
    await this.outbox.publish(tx, files.fileReady, { fileId, ownerId, purpose });
  }
}
