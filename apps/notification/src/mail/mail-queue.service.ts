import { Injectable } from '@nestjs/common';
import type { NotificationTx } from '../db/schema.ts';
import { Workers } from '../jobs/workers.ts';
import { MailJobsRepository, type NewMail } from './mail-jobs.repository.ts';

/** Where the rest of the service leaves single mails: rows in its transaction, and wakes the worker when that commits. */
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
