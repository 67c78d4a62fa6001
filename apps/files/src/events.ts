import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, METRICS } from '@unityplan/service-kit';
import type { files } from '@unityplan/contracts';
import type { Logger, Metrics } from '@unityplan/telemetry';

/** What the files service counts and logs about its own work, one method per fact. */
@Injectable()
export class FilesMetrics {
  private readonly pictures;
  private readonly collected;

  constructor(
    @Inject(METRICS) metrics: Metrics,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.pictures = metrics.seconds('files_picture_seconds', 'Time to check a picture and make its sizes', ['purpose', 'outcome']);
    this.collected = metrics.counter('files_collected_total', 'Files erased as unused, and blobs removed', ['what']);
  }

  /** `outcome` is `made` or the code of the refusal. */
  pictureMade(purpose: files.FilePurpose, outcome: string, seconds: number): void {
    this.pictures.observe({ purpose, outcome }, seconds);
  }

  swept(territory: string, done: { readonly erased: number; readonly removed: number }): void {
    if (done.erased + done.removed === 0) return;
    this.collected.inc({ what: 'files' }, done.erased);
    this.collected.inc({ what: 'blobs' }, done.removed);
    this.log.info({ territory, ...done }, 'collected');
  }
}
