import { Inject, Injectable } from '@nestjs/common';
import type { files, RpcInput, RpcOutput } from '@unityplan/contracts';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import type { FilesDb } from '../db/schema.ts';
import { LibraryViews } from '../library/library.views.ts';
import { refuseUse } from './uses.policy.ts';
import { UsesRepository } from './uses.repository.ts';

@Injectable()
export class UsesService {
  constructor(
    @Inject(DB) private readonly db: FilesDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: UsesRepository,
    private readonly library: LibraryViews,
  ) {}

  /** Notes a use of all these files, or of none. Throws file_gone, file_not_yours, file_not_ready, file_purpose_wrong. */
  async attach(territory: string, { fileIds, ownerId, purpose, use }: RpcInput<typeof files.attachFiles>): Promise<RpcOutput<typeof files.attachFiles>> {
    return this.db.transact(territory, async (tx) => {
      const found = await this.repository.lock(tx, fileIds, use);
      for (const fileId of fileIds) refuseUse(found.get(fileId), { ownerId, purpose });
      await this.repository.add(tx, [...new Set(fileIds)], use, new Date(this.clock()));
      return { files: await this.library.describeIn(tx.db, territory, fileIds) };
    });
  }

  /** Ends a use of the named files, or of all but those to keep. */
  async release(territory: string, { fileIds, use, keep }: RpcInput<typeof files.releaseFiles>): Promise<RpcOutput<typeof files.releaseFiles>> {
    return this.db.transact(territory, async (tx) => {
      const kept = new Set(keep);
      const ended = fileIds ?? (await this.repository.of(tx, use)).filter((id) => !kept.has(id));
      if (ended.length === 0) return { released: 0 };
      await this.repository.lock(tx, ended, use);
      return { released: await this.repository.remove(tx, ended, use, new Date(this.clock())) };
    });
  }
}
