import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, REGISTRY } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { WorkMetrics } from '../events.ts';
import { Nudges } from '../jobs/nudges.ts';
import { Rounds } from '../jobs/rounds.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { DigestsService } from './digests.service.ts';

const sweepMs = 15_000;
const atOnce = 100;
/** Planning asks for a time zone each; nobody waits for it, so it leaves room for those who do. */
const pauseMs = 200;

/** Gives digests their windows in the background. Their mails are sent by the mail worker when they are due. */
@Injectable()
export class DigestsPlanner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    @Inject(CONFIG) config: NotificationConfig,
    @Inject(REGISTRY) registry: TerritoryRegistry,
    private readonly digests: DigestsService,
    metrics: WorkMetrics,
    nudges: Nudges,
  ) {
    this.rounds = new Rounds({ registry, podId: config.podId, sweepMs, round: (territory) => this.round(territory), failed: (error) => metrics.roundFailed('digests', error) });
    nudges.listen('digests', (territory, inMs) => this.rounds.wakeIn(territory, inMs));
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  wake(territory: string): void {
    this.rounds.wake(territory);
  }

  idle(): Promise<void> {
    return this.rounds.idle();
  }

  private async round(territory: string): Promise<void> {
    if ((await this.digests.planSome(territory, atOnce)) === atOnce) this.rounds.wakeIn(territory, pauseMs);
  }
}
