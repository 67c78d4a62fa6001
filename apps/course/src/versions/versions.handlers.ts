import { Controller } from '@nestjs/common';
import { files, type EventOf } from '@unityplan/contracts';
import { Handles, Hears } from '@unityplan/messaging';
import type { CourseTx } from '../db/schema.ts';
import { ErasedFilesService } from './erased-files.service.ts';

@Controller()
export class VersionsHandlers {
  constructor(private readonly erased: ErasedFilesService) {}

  @Handles(files.fileErased)
  onFileErased(event: EventOf<typeof files.fileErased>, tx: CourseTx): Promise<void> {
    return this.erased.note(tx, event.payload);
  }

  @Hears(files.fileErased)
  onFileErasedHeard(event: EventOf<typeof files.fileErased>): void {
    this.erased.forget(event.territory, event.payload.fileId);
  }
}
