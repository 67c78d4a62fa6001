import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { namesOf } from '@unityplan/territory';
import { sql, type Selectable } from 'kysely';
import { v7 } from 'uuid';
import type { MailJobsTable, MailKind } from '../db/mail-jobs.table.ts';
import type { Reason } from '../db/notifications.table.ts';
import type { NotificationTx } from '../db/schema.ts';
import { claimMs } from './mail.policy.ts';

export type MailJob = Selectable<MailJobsTable>;

/** A mail to be written when it is sent; ids only. */
export interface NewMail {
  readonly memberId: string;
  readonly kind: MailKind;
  /** The post, or the event that asked for a mail about an account. */
  readonly aboutId: string;
  readonly reasons?: readonly Reason[];
  readonly language?: 'en' | 'da';
}

@Injectable()
export class MailJobsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Queues mails; one that there is already for the same member, thing and kind stays as it is. */
  async add(tx: NotificationTx, mails: readonly NewMail[]): Promise<void> {
    const now = new Date(this.clock());
    const rows = mails.map(({ memberId, kind, aboutId, reasons = [], language = null }) => {
      const id = v7();
      const message_id = `<${id}@${namesOf(tx.territory).publicHost}>`;
      return { id, member_id: memberId, kind, about_id: aboutId, reasons: [...reasons], language, message_id, next_at: now, created_at: now };
    });
    await tx.db.insertInto('mail_jobs').values(rows).onConflict((conflict) => conflict.columns(['member_id', 'about_id', 'kind']).doNothing()).execute();
  }

  /** Takes due jobs, oldest first, that no other worker has; they come up again when nothing is reported of them in time. */
  claim(tx: NotificationTx, limit: number): Promise<MailJob[]> {
    const now = this.clock();
    const due = tx.db
      .selectFrom('mail_jobs')
      .select('id')
      .where('status', 'in', ['queued', 'attempted'])
      .where('next_at', '<=', new Date(now))
      .orderBy('next_at')
      .limit(limit)
      .forUpdate()
      .skipLocked();
    return tx.db
      .updateTable('mail_jobs')
      .set((eb) => ({
        status: 'attempted' as const,
        attempts: eb('attempts', '+', 1),
        next_at: new Date(now + claimMs),
        // The one who took it before never said what came of it.
        uncertain: sql<boolean>`uncertain or status = 'attempted'`,
      }))
      .where('id', 'in', due)
      .returningAll()
      .execute();
  }

  async finish(tx: NotificationTx, jobId: string, status: 'sent' | 'failed' | 'cancelled', note: string | null): Promise<void> {
    await tx.db.updateTable('mail_jobs').set({ status, note, done_at: new Date(this.clock()) }).where('id', '=', jobId).execute();
  }

  async retry(tx: NotificationTx, jobId: string, nextAt: Date, note: string): Promise<void> {
    await tx.db.updateTable('mail_jobs').set({ status: 'queued', next_at: nextAt, note }).where('id', '=', jobId).execute();
  }

  /** Cancels what is still queued about something. */
  async cancel(tx: NotificationTx, aboutId: string, note: string): Promise<void> {
    await tx.db
      .updateTable('mail_jobs')
      .set({ status: 'cancelled', note, done_at: new Date(this.clock()) })
      .where('about_id', '=', aboutId)
      .where('status', '=', 'queued')
      .execute();
  }
}
