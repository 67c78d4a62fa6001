import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Upkeep } from '@unityplan/service-kit';
import { FilesMetrics } from '../events.ts';
import type { FilesConfig } from '../files.config.ts';
import { ErasingService } from './erasing.service.ts';

/** Sweeps every open territory at the start and now and then. This process alone has the blockstore, so nobody else does. */
@Injectable()
export class Collector {
  constructor(@Inject(CONFIG) config: FilesConfig, erasing: ErasingService, metrics: FilesMetrics, upkeep: Upkeep) {
    upkeep.add({
      everyMs: config.collectEveryMs,
      atOnce: true,
      failed: 'collecting failed; the next round goes on',
      work: async (territory, signal) => metrics.swept(territory, await erasing.sweep(territory, signal)),
    });
  }
}
