import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, CONFIG, DB, REGISTRY, type Clock } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { NotificationDb } from '../db/schema.ts';
import { WorkMetrics } from '../events.ts';
import { Nudges } from '../jobs/nudges.ts';
import { Rounds } from '../jobs/rounds.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { SpreadingService } from './spreading.service.ts';

const sweepMs = 15_000;

/** Tells watchers of posts in the background, territory by territory: at once when nudged, and by a slow sweep what a killed process left. */
@Injectable()
export class SpreadsWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CONFIG) config: NotificationConfig,
    @Inject(REGISTRY) registry: TerritoryRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly spreading: SpreadingService,
    metrics: WorkMetrics,
    nudges: Nudges,
  ) {
    this.rounds = new Rounds({ registry, podId: config.podId, sweepMs, round: (territory, stopping) => this.round(territory, stopping), failed: (error) => metrics.roundFailed('spreads', error) });
    nudges.listen('spreads', (territory, inMs) => this.rounds.wakeIn(territory, inMs));
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

  private async round(territory: string, stopping: () => boolean): Promise<void> {
    while (!stopping()) {
      const due = await this.db.read(territory, (reader) =>
        reader.selectFrom('spreads').selectAll().where('done_at', 'is', null).where('next_at', '<=', new Date(this.clock())).orderBy('next_at').limit(1).executeTakeFirst());
      if (!due) return;
      // Chunk by chunk of the oldest, so that a crash costs one chunk, and another spread never waits for longer than this one.
      if (!(await this.spreading.tellSome(territory, due))) return;
    }
  }
}
