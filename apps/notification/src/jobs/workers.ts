import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, REGISTRY, visitInTurn } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { WorkMetrics, type Worker } from '../events.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { Rounds, type Round } from './rounds.ts';

const sweepMs = 15_000;
const leastPauseMs = 5_000;

/** The workers of this process. They begin with the service and finish what is in hand with it; whoever leaves work wakes one by name. */
@Injectable()
export class Workers implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly all = new Map<Worker, Rounds>();
  private readonly stopping = new AbortController();
  private sweeping: Promise<void> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: NotificationConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    private readonly metrics: WorkMetrics,
  ) {}

  /** Adds a worker while the service is being made. It is woken when there is work; what is left by another process it finds by looking around, at most every `leastMs`. */
  add(worker: Worker, round: Round, leastMs = sweepMs): void {
    const { registry, config, metrics } = this;
    this.all.set(worker, new Rounds({ registry, podId: config.podId, sweepMs: leastMs, round, failed: (error) => metrics.roundFailed(worker, error) }));
  }

  onApplicationBootstrap(): void {
    for (const rounds of this.all.values()) rounds.start();
    this.sweeping = this.sweep().catch(() => undefined); // aborted
  }

  /** Takes no further work and waits for what is in hand. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.sweeping;
    await Promise.all([...this.all.values()].map((rounds) => rounds.stop()));
  }

  /** There is work in a territory, now or in a while. */
  wake(worker: Worker, territory: string, inMs = 0): void {
    this.all.get(worker)?.wakeIn(territory, inMs);
  }

  /** Resolves when no worker has anything in hand, also of what another left meanwhile. */
  async idle(): Promise<void> {
    while ([...this.all.values()].some((rounds) => rounds.busy)) await Promise.all([...this.all.values()].map((rounds) => rounds.idle()));
  }

  /** One territory after the other, all workers with the connection that the first of them opened: at the start without a pause, then slowly. */
  private async sweep(): Promise<void> {
    const { signal } = this.stopping;
    for (let first = true; ; first = false) {
      const began = performance.now();
      const look = async (territory: string): Promise<void> => {
        for (const rounds of this.all.values()) if (!signal.aborted) await rounds.look(territory);
      };
      await visitInTurn(this.registry.served(this.config.podId), look, { signal, hurried: first });
      await wait(Math.max(leastPauseMs, sweepMs - (performance.now() - began)), undefined, { signal });
    }
  }
}
