import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, CONFIG, DB, type Clock } from '@unityplan/service-kit';
import type { NotificationDb } from '../db/schema.ts';
import { MailMetrics } from '../events.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { MailJobsRepository, type MailJob } from './mail-jobs.repository.ts';
import { MailSender } from './mail-sender.ts';
import { mostAttempts, nextAttempt } from './mail.policy.ts';

const sweepMs = 15_000;
const atOnce = 4;

/**
 * Sends due mail, territory by territory: at once when woken after a commit, and by a slow sweep for retries and for whatever another
 * process queued. Several workers share the jobs by row locks. A job is claimed in one transaction, sent without one, and reported
 * in a third, so that no lock waits for a mail server.
 */
@Injectable()
export class MailWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CONFIG) private readonly config: NotificationConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly jobs: MailJobsRepository,
    private readonly sender: MailSender,
    private readonly metrics: MailMetrics,
  ) {}

  onApplicationBootstrap(): void {
    const sweep = () => this.config.territories.forEach((territory) => this.wake(territory));
    this.timer = setInterval(sweep, sweepMs);
    sweep();
  }

  /** Takes no further jobs and waits for those in hand. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.idle();
  }

  /** Begins a round for a territory, or another one after the present. */
  wake(territory: string): void {
    if (this.stopping) return;
    if (this.rounds.has(territory)) return void this.again.add(territory);
    const round = this.round(territory)
      .catch((error: unknown) => this.metrics.roundFailed(error))
      .finally(() => {
        this.rounds.delete(territory);
        if (this.again.delete(territory)) this.wake(territory);
      });
    this.rounds.set(territory, round);
  }

  /** Resolves when nothing is in hand. */
  async idle(): Promise<void> {
    while (this.rounds.size > 0) await Promise.all(this.rounds.values());
  }

  private async round(territory: string): Promise<void> {
    for (;;) {
      const claimed = this.stopping ? [] : await this.db.transact(territory, (tx) => this.jobs.claim(tx, atOnce));
      if (claimed.length === 0) return;
      await Promise.all(claimed.map((job) => this.work(territory, job)));
    }
  }

  private async work(territory: string, job: MailJob): Promise<void> {
    const result = await this.sender.send(territory, job);
    const tired = result.outcome === 'retry' && job.attempts >= mostAttempts;
    const note = 'note' in result ? result.note : null;
    await this.db.transact(territory, async (tx) => {
      if (result.outcome === 'retry' && !tired) await this.jobs.retry(tx, job.id, nextAttempt(this.clock(), job.attempts), result.note);
      else await this.jobs.finish(tx, job.id, result.outcome === 'retry' ? 'failed' : result.outcome, note);
    });
    this.metrics.attempted(job, result.outcome === 'retry' ? (tired ? 'failed' : 'retried') : result.outcome, note);
  }
}
