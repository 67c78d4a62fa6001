import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { namesOf } from '@unityplan/territory';
import type { Selectable } from 'kysely';
import { v7 } from 'uuid';
import type { AccountMailKind, MailJobsTable } from '../db/jobs.table.ts';
import type { NotificationTx } from '../db/schema.ts';

export type MailJob = Selectable<MailJobsTable>;

/** A mail about an account, to be written when it is sent; ids only. */
export interface NewMail {
  readonly memberId: string;
  readonly kind: AccountMailKind;
  /** The event that asked for it. */
  readonly aboutId: string;
  readonly language?: 'en' | 'da';
}

@Injectable()
export class MailJobsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Queues a mail; one that there is already for the same member, thing and kind stays as it is. */
  async add(tx: NotificationTx, { memberId, kind, aboutId, language }: NewMail): Promise<void> {
    const now = new Date(this.clock());
    const id = v7();
    await tx.db
      .insertInto('mail_jobs')
      // The message id is fixed here, so that a repeated attempt is the same message to every mail program.
      .values({ id, member_id: memberId, kind, about_id: aboutId, language: language ?? null, message_id: `<${id}@${namesOf(tx.territory).publicHost}>`, next_at: now, created_at: now })
      .onConflict((conflict) => conflict.columns(['member_id', 'about_id', 'kind']).doNothing())
      .execute();
  }
}
