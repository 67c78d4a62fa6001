import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, CONFIG, DB, REGISTRY, type Clock } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { NotificationDb } from '../db/schema.ts';
import { WorkMetrics } from '../events.ts';
import { claimJobs, reportJob } from '../jobs/job-rows.ts';
import { Nudges } from '../jobs/nudges.ts';
import { Rounds } from '../jobs/rounds.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { PushDeliveryService } from './push-delivery.service.ts';
import type { PushJob } from './push-messages.ts';
import { PushSubscriptionsRepository } from './push-subscriptions.repository.ts';

const sweepMs = 15_000;
const atOnce = 8;

/** Sends due push messages by the rules of mail: claimed in one transaction, sent without one, reported in a third. */
@Injectable()
export class PushWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CONFIG) config: NotificationConfig,
    @Inject(REGISTRY) registry: TerritoryRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly delivery: PushDeliveryService,
    private readonly subscriptions: PushSubscriptionsRepository,
    private readonly metrics: WorkMetrics,
    nudges: Nudges,
  ) {
    this.rounds = new Rounds({ registry, podId: config.podId, sweepMs, round: (territory, stopping) => this.round(territory, stopping), failed: (error) => metrics.roundFailed('push', error) });
    nudges.listen('push', (territory, inMs) => this.rounds.wakeIn(territory, inMs));
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
    for (let claimed = atOnce; claimed === atOnce && !stopping(); ) {
      const jobs = await this.db.transact(territory, (tx) => claimJobs(tx, 'push_jobs', this.clock(), atOnce));
      await Promise.all(jobs.map((job) => this.work(territory, job)));
      claimed = jobs.length;
    }
  }

  private async work(territory: string, job: PushJob): Promise<void> {
    const { attempt, gone } = await this.delivery.send(territory, job);
    const outcome = await this.db.transact(territory, async (tx) => {
      if (gone) await this.subscriptions.remove(tx, job.member_id, job.subscription_id);
      if (attempt.outcome === 'sent') await this.subscriptions.sent(tx, job.subscription_id);
      return reportJob(tx, 'push_jobs', job, attempt, this.clock());
    });
    this.metrics.attempted('push', job, outcome, 'note' in attempt ? attempt.note : null);
  }
}
