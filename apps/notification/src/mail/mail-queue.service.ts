import { Injectable } from '@nestjs/common';
import type { NotificationTx } from '../db/schema.ts';
import { Nudges } from '../jobs/nudges.ts';
import { MailJobsRepository, type NewMail } from './mail-jobs.repository.ts';

/** Where the rest of the service leaves single mails: rows in its transaction, and a nudge to the worker when that commits. */
@Injectable()
export class MailQueue {
  constructor(
    private readonly repository: MailJobsRepository,
    private readonly nudges: Nudges,
  ) {}

  async add(tx: NotificationTx, mail: NewMail): Promise<void> {
    await this.repository.add(tx, mail);
    tx.onCommit(() => this.nudges.nudge('mail', tx.territory));
  }
}
