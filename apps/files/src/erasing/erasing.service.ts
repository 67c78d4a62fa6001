import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, files, Problem, type PayloadOf } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, CONFIG, DB, type Clock, type MemberContext } from '@unityplan/service-kit';
import type { FilesDb, FilesTx } from '../db/schema.ts';
import type { FileClass } from '../db/uploads.table.ts';
import type { FilesConfig } from '../files.config.ts';
import { BlobStores } from '../store/blob-stores.ts';
import { ErasingRepository } from './erasing.repository.ts';

type Reason = PayloadOf<typeof files.fileErased>['reason'];
const batch = 100;

/** The end of files: erased by their owner, or when nothing has used them for long. */
@Injectable()
export class ErasingService {
  constructor(
    @Inject(DB) private readonly db: FilesDb,
    @Inject(CONFIG) private readonly config: FilesConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly stores: BlobStores,
    private readonly repository: ErasingRepository,
    private readonly outbox: Outbox,
  ) {}

  /** When it resolves, the key is destroyed and the blocks are gone. Harmless when the file was erased before. Throws not_found. */
  async eraseOwn({ territory, member }: MemberContext, fileId: string): Promise<void> {
    await this.db.transact(territory, async (tx) => {
      const upload = await this.repository.lock(tx, fileId);
      if (upload?.owner_id !== member.memberId) throw new Problem(commonErrors.not_found);
      await this.erase(tx, fileId, 'deleted');
    });
    await this.collect(territory);
  }

  /** Erases what is overdue, then removes what nothing refers to. Answers how much of each; ends early when `signal` aborts. */
  async sweep(territory: string, signal?: AbortSignal): Promise<{ erased: number; removed: number }> {
    const before = new Date(this.clock() - this.config.unusedHours * 3_600_000);
    let erased = 0;
    for (let found = batch; found === batch && !signal?.aborted; erased += found)
      found = await this.db.transact(territory, async (tx) => {
        const ids = await this.repository.overdue(tx, before, batch);
        for (const fileId of ids) await this.erase(tx, fileId, 'unused');
        return ids.length;
      });
    return { erased, removed: await this.collect(territory, signal) };
  }

  /** Removes content that nothing has referred to for the grace period. Never takes a block that is referred to. Answers how many blobs. */
  async collect(territory: string, signal?: AbortSignal): Promise<number> {
    const before = new Date(this.clock() - this.config.graceMs);
    let removed = 0;
    for (let found = batch; found === batch && !signal?.aborted; ) {
      const blobs = await this.db.transact(territory, (tx) => this.repository.unpinned(tx, before, batch));
      for (const blob of blobs) if (!signal?.aborted && (await this.remove(territory, blob, before))) removed++;
      found = blobs.length;
    }
    return removed;
  }

  private remove(territory: string, { cid, class: kind }: { cid: string; class: FileClass }, before: Date): Promise<boolean> {
    const store = this.stores.of(territory, kind);
    return store.exclusive(() =>
      this.db.transact(territory, async (tx) => {
        const blocks = await this.repository.takeUnpinned(tx, cid, before);
        if (!blocks) return false;
        // Blocks first: should the process die now, the row still tells what is left to do.
        await store.remove(blocks);
        await this.repository.forget(tx, cid);
        return true;
      }));
  }

  private async erase(tx: FilesTx, fileId: string, reason: Reason): Promise<void> {
    const upload = await this.repository.lock(tx, fileId);
    if (!upload || upload.state === 'erased') return;
    await this.repository.erase(tx, fileId, new Date(this.clock()));
    if (upload.state === 'ready') await this.outbox.publish(tx, files.fileErased, { fileId, ownerId: upload.owner_id, purpose: upload.purpose, reason });
  }
}
