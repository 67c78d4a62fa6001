import { Injectable } from '@nestjs/common';
import type { NotificationTx } from '../db/schema.ts';
import { Workers } from '../jobs/workers.ts';
import { MailJobsRepository, type NewMail } from './mail-jobs.repository.ts';

/** Where mails about accounts are left: a row in the transaction of the event, and the worker is woken when that commits. Those about news are left by telling. */
@Injectable()
export class MailQueue {
  constructor(
    private readonly repository: MailJobsRepository,
    private readonly workers: Workers,
  ) {}

  async add(tx: NotificationTx, mail: NewMail): Promise<void> {
    await this.repository.add(tx, mail);
    tx.onCommit(() => this.workers.wake('mail', tx.territory));
  }
}
