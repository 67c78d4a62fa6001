import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, REGISTRY, visitInTurn } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { FilesMetrics } from '../events.ts';
import type { FilesConfig } from '../files.config.ts';
import { ErasingService } from './erasing.service.ts';

/** Sweeps every open territory now and then, one after the other. This process alone has the blockstore, so nobody else does. */
@Injectable()
export class Collector implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  constructor(
    @Inject(CONFIG) private readonly config: FilesConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    private readonly erasing: ErasingService,
    private readonly metrics: FilesMetrics,
  ) {}

  onApplicationBootstrap(): void {
    const round = (hurried = false) => void (this.running ??= this.round(hurried).finally(() => (this.running = undefined)));
    this.timer = setInterval(() => round(), this.config.collectEveryMs);
    this.timer.unref();
    round(true);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.timer);
    await this.running;
  }

  private round(hurried: boolean): Promise<void> {
    return visitInTurn(this.registry.served(this.config.podId), (id) => this.sweep(id), { signal: this.stopping.signal, hurried });
  }

  private async sweep(territory: string): Promise<void> {
    try {
      this.metrics.swept(territory, await this.erasing.sweep(territory));
    } catch (error) {
      this.metrics.sweepFailed(territory, error);
    }
  }
}
