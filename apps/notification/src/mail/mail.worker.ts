import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import type { NotificationDb, NotificationTx } from '../db/schema.ts';
import { DigestsService } from '../digests/digests.service.ts';
import { WorkMetrics } from '../events.ts';
import { reportJob } from '../jobs/job-rows.ts';
import { workOff } from '../jobs/work-off.ts';
import { Workers } from '../jobs/workers.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import { MailSender, type Sent } from './mail-sender.ts';
import { waitsForDigest } from './notice-mails.ts';

/** Sends due mail, territory by territory. */
@Injectable()
export class MailWorker {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly sender: MailSender,
    private readonly digests: DigestsService,
    private readonly metrics: WorkMetrics,
    workers: Workers,
  ) {
    workers.add('mail', workOff({ db, clock, table: 'mail_jobs', atOnce: 4, work: (territory, job) => this.work(territory, job), again: (territory, inMs) => workers.wake('mail', territory, inMs) }));
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
