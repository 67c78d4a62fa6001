import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import type { NotificationDb } from '../db/schema.ts';
import { WorkMetrics } from '../events.ts';
import { reportJob } from '../jobs/job-rows.ts';
import { workOff } from '../jobs/work-off.ts';
import { Workers } from '../jobs/workers.ts';
import { PushDeliveryService } from './push-delivery.service.ts';
import type { PushJob } from './push-messages.ts';
import { PushSubscriptionsRepository } from './push-subscriptions.repository.ts';

/** Sends due push messages, territory by territory. */
@Injectable()
export class PushWorker {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly delivery: PushDeliveryService,
    private readonly subscriptions: PushSubscriptionsRepository,
    private readonly metrics: WorkMetrics,
    workers: Workers,
  ) {
    workers.add('push', workOff({ db, clock, table: 'push_jobs', atOnce: 8, work: (territory, job) => this.work(territory, job), again: (territory, inMs) => workers.wake('push', territory, inMs) }));
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
