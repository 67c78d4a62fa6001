import { Injectable } from '@nestjs/common';
import type { NotificationTx } from '../db/schema.ts';
import { MailJobsRepository, type NewMail } from './mail-jobs.repository.ts';
import { MailWorker } from './mail.worker.ts';

/** Where the rest of the service leaves mails: rows in its transaction, and a nudge to the worker when that commits. */
@Injectable()
export class MailQueue {
  constructor(
    private readonly repository: MailJobsRepository,
    private readonly worker: MailWorker,
  ) {}

  async add(tx: NotificationTx, mails: readonly NewMail[]): Promise<void> {
    if (mails.length === 0) return;
    await this.repository.add(tx, mails);
    tx.onCommit(() => this.worker.wake(tx.territory));
  }

  /** Stops what has not been sent about something. */
  cancel(tx: NotificationTx, aboutId: string, note: string): Promise<void> {
    return this.repository.cancel(tx, aboutId, note);
  }
}
