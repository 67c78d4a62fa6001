import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, REGISTRY, repeatedly, visitInTurn } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { FilesMetrics } from '../events.ts';
import type { FilesConfig } from '../files.config.ts';
import { ErasingService } from './erasing.service.ts';

/** Sweeps every open territory now and then, one after the other. This process alone has the blockstore, so nobody else does. */
@Injectable()
export class Collector implements OnApplicationBootstrap, OnModuleDestroy {
  private stop = () => Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: FilesConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    private readonly erasing: ErasingService,
    private readonly metrics: FilesMetrics,
  ) {}

  onApplicationBootstrap(): void {
    let hurried = true;
    this.stop = repeatedly(this.config.collectEveryMs, (signal) => this.round(signal, hurried).finally(() => (hurried = false)), { atOnce: true });
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  private round(signal: AbortSignal, hurried: boolean): Promise<void> {
    return visitInTurn(this.registry.served(this.config.podId), (id) => this.sweep(id), { signal, hurried });
  }

  private async sweep(territory: string): Promise<void> {
    try {
      this.metrics.swept(territory, await this.erasing.sweep(territory));
    } catch (error) {
      this.metrics.sweepFailed(territory, error);
    }
  }
}
