import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, LOGGER } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { FilesConfig } from '../files.config.ts';
import { ErasingService } from './erasing.service.ts';

/** Sweeps every territory now and then, one after the other. This process alone has the blockstore, so nobody else does. */
@Injectable()
export class Collector implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopping = false;
  constructor(
    @Inject(CONFIG) private readonly config: FilesConfig,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly erasing: ErasingService,
  ) {}

  onApplicationBootstrap(): void {
    const round = () => void (this.running ??= this.round().finally(() => (this.running = undefined)));
    this.timer = setInterval(round, this.config.collectEveryMs);
    this.timer.unref();
    round();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    for (const territory of this.config.territories) {
      if (this.stopping) return;
      try {
        const done = await this.erasing.sweep(territory);
        if (done.erased + done.removed > 0) this.log.info({ territory, ...done }, 'collected');
      } catch (error) {
        this.log.warn({ err: error, territory }, 'collecting failed; the next round goes on');
      }
    }
  }
}
