import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, CONFIG, DB, REGISTRY, type Clock } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { NotificationDb, NotificationTx } from '../db/schema.ts';
import { DigestsService } from '../digests/digests.service.ts';
import { WorkMetrics } from '../events.ts';
import { claimJobs, reportJob } from '../jobs/job-rows.ts';
import { Nudges } from '../jobs/nudges.ts';
import { Rounds } from '../jobs/rounds.ts';
import type { NotificationConfig } from '../notification.config.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import { MailSender, type Sent } from './mail-sender.ts';
import { waitsForDigest } from './notice-mails.ts';

const sweepMs = 15_000;
const atOnce = 4;

/**
 * Sends due mail, territory by territory. Several workers share the jobs by row locks. A job is claimed in one transaction, sent
 * without one, and reported in a third, so that no lock waits for a mail server.
 */
@Injectable()
export class MailWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CONFIG) config: NotificationConfig,
    @Inject(REGISTRY) registry: TerritoryRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly sender: MailSender,
    private readonly digests: DigestsService,
    private readonly metrics: WorkMetrics,
    nudges: Nudges,
  ) {
    this.rounds = new Rounds({ registry, podId: config.podId, sweepMs, round: (territory, stopping) => this.round(territory, stopping), failed: (error) => metrics.roundFailed('mail', error) });
    nudges.listen('mail', (territory, inMs) => this.rounds.wakeIn(territory, inMs));
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  /** Takes no further jobs and waits for those in hand. */
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
      const jobs = await this.db.transact(territory, (tx) => claimJobs(tx, 'mail_jobs', this.clock(), atOnce));
      await Promise.all(jobs.map((job) => this.work(territory, job)));
      claimed = jobs.length;
    }
  }

  private async work(territory: string, job: MailJob): Promise<void> {
    const sent = await this.sender.send(territory, job);
    const outcome = await this.db.transact(territory, async (tx) => {
      const reported = await reportJob(tx, 'mail_jobs', job, sent, this.clock());
      if (reported !== 'retried' && reported !== 'held') await this.settle(tx, job, sent, reported);
      return reported;
    });
    this.metrics.attempted('mail', job, outcome, 'note' in sent ? sent.note : null);
  }

  /** What the end of a mail means for what it was about. */
  private async settle(tx: NotificationTx, job: MailJob, sent: Sent, outcome: 'sent' | 'failed' | 'cancelled'): Promise<void> {
    const contents = sent.digest ?? { included: [], dropped: [] };
    if (job.kind === 'digest') await this.digests.close(tx, { id: job.about_id, memberId: job.member_id }, outcome === 'cancelled' ? 'empty' : outcome, contents);
    else if ('note' in sent && sent.note === waitsForDigest) await this.digests.wait(tx, job.member_id, job.about_id);
  }
}
