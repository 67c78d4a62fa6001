import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { NotificationTx } from '../db/schema.ts';
import { releaseHeld } from '../jobs/job-rows.ts';
import { Workers } from '../jobs/workers.ts';

/** What waits for a time of day: it is computed from a wish and a time zone, and anew when either changes. */
@Injectable()
export class WaitingService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly workers: Workers,
  ) {}

  /** Plans the open digest anew, unless it is being sent, and looks again at what quiet hours hold back. */
  async lookAgain(tx: NotificationTx, memberId: string): Promise<void> {
    const now = this.clock();
    await sql`
      with unplanned as (
        delete from mail_jobs j using digests d
        where d.member_id = ${memberId} and d.status = 'open' and j.member_id = d.member_id and j.kind = 'digest' and j.about_id = d.id and j.status = 'queued' and j.attempts = 0
        returning d.id
      )
      update digests set on_date = null, due_at = null, since = ${new Date(now)} where id in (select id from unplanned)`.execute(tx.db);
    await releaseHeld(tx, 'mail_jobs', memberId, now);
    await releaseHeld(tx, 'push_jobs', memberId, now);
    tx.onCommit(() => (['digests', 'mail', 'push'] as const).forEach((worker) => this.workers.wake(worker, tx.territory)));
  }
}
