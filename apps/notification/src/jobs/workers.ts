import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, REGISTRY } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { WorkMetrics, type Worker } from '../events.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { Rounds, type Round } from './rounds.ts';

/** The workers of this process. They begin with the service and finish what is in hand with it; whoever leaves work wakes one by name. */
@Injectable()
export class Workers implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly all = new Map<Worker, Rounds>();

  constructor(
    @Inject(CONFIG) private readonly config: NotificationConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    private readonly metrics: WorkMetrics,
  ) {}

  /** Adds a worker while the service is being made. Every `sweepMs` it looks at all territories in any case. */
  add(worker: Worker, sweepMs: number, round: Round): void {
    const { registry, config, metrics } = this;
    this.all.set(worker, new Rounds({ registry, podId: config.podId, sweepMs, round, failed: (error) => metrics.roundFailed(worker, error) }));
  }

  onApplicationBootstrap(): void {
    for (const rounds of this.all.values()) rounds.start();
  }

  /** Takes no further work and waits for what is in hand. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.all.values()].map((rounds) => rounds.stop()));
  }

  /** There is work in a territory, now or in a while. */
  wake(worker: Worker, territory: string, inMs = 0): void {
    this.all.get(worker)?.wakeIn(territory, inMs);
  }

  wakeAll(territory: string): void {
    for (const worker of this.all.keys()) this.wake(worker, territory);
  }

  /** Resolves when no worker has anything in hand, also of what another left meanwhile. */
  async idle(): Promise<void> {
    while ([...this.all.values()].some((rounds) => rounds.busy)) await Promise.all([...this.all.values()].map((rounds) => rounds.idle()));
  }
}
