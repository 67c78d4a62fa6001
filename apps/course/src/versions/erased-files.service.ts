import { Inject, Injectable } from '@nestjs/common';
import type { files } from '@unityplan/contracts';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import type { CourseTx } from '../db/schema.ts';
import { Versions } from './versions.views.ts';

/** Versions stay as they are when a picture is deleted; they show a gap in its place. */
@Injectable()
export class ErasedFilesService {
  constructor(
    private readonly versions: Versions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async note(tx: CourseTx, { fileId, purpose }: { fileId: string; purpose: files.FilePurpose }): Promise<void> {
    if (purpose === 'avatar') return;
    await tx.db.insertInto('course_erased_files').values({ file_id: fileId, erased_at: new Date(this.clock()) }).onConflict((conflict) => conflict.doNothing()).execute();
    tx.onCommit(() => this.forget(tx.territory, fileId));
  }

  forget(territory: string, fileId: string): void {
    this.versions.forgetFile(territory, fileId);
  }
}
