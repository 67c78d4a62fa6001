import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, REGISTRY, visitInTurn } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { BadgeConfig } from '../badge.config.ts';
import { BadgeMetrics } from '../events.ts';
import { Expiry } from './expiry.service.ts';

/** How often the clock is compared with the next instants in memory. */
const tickMs = 50;
/** After a failure a territory is left alone for this long. */
const pauseMs = 1_000;
/** Each territory's next instant is read again this often: the net under what was not heard of. */
const lookEveryMs = 300_000;

/** Keeps `Expiry` going: a glance at the clock twenty times a second, and no query before something is due. */
@Injectable()
export class ExpiryWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly telling = new Map<string, Promise<void>>();
  private readonly pausedUntil = new Map<string, number>();
  private readonly stopping = new AbortController();
  private looking: Promise<void> | undefined;
  private stopFollowing = () => undefined as void;

  constructor(
    private readonly expiry: Expiry,
    private readonly metrics: BadgeMetrics,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CONFIG) private readonly config: BadgeConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.timers.push(setInterval(() => this.tick(), tickMs), setInterval(() => this.lookAround(), lookEveryMs * (0.9 + Math.random() * 0.2)));
    this.stopFollowing = this.registry.onChange((changes) => changes.forEach(({ id }) => void this.lookAt(id)));
    this.lookAround(true);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.stopFollowing();
    this.timers.forEach((timer) => clearInterval(timer));
    await Promise.all([...this.telling.values(), this.looking]);
  }

  private tick(): void {
    for (const territory of this.expiry.due()) {
      // One that is suspended rests; what is due is told when it goes on.
      if (!this.registry.served(this.config.podId).some(({ id }) => id === territory)) continue;
      if (this.telling.has(territory) || performance.now() < (this.pausedUntil.get(territory) ?? 0)) continue;
      this.telling.set(territory, this.guarded(territory, () => this.expiry.tell(territory)).finally(() => this.telling.delete(territory)));
    }
  }

  /** Reads every territory's next instant, one after the other: connections are dear, and nobody waits. */
  private lookAround(hurried = false): void {
    const { signal } = this.stopping;
    this.looking ??= visitInTurn(this.registry.served(this.config.podId), (id) => this.lookAt(id), { signal, hurried }).finally(() => (this.looking = undefined));
  }

  private async lookAt(territory: string): Promise<void> {
    if (this.registry.served(this.config.podId).some(({ id }) => id === territory)) await this.guarded(territory, () => this.expiry.look(territory));
  }

  private async guarded(territory: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.pausedUntil.set(territory, performance.now() + pauseMs);
      this.metrics.expiryFailed(territory, error);
    }
  }
}
