import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { NotificationDb, NotificationTx } from '../db/schema.ts';
import { Workers } from '../jobs/workers.ts';

const day = 24 * 3_600_000;
const atOnce = 1_000;
/** How long things are kept: what was read or done, what nobody read, and what was sent. What is saved is kept for good. */
const keepDays = { read: 90, unread: 180, jobs: 30, digests: 400 } as const;

/** Takes out what is past its time, a little at a time, in one process at a time. */
@Injectable()
export class RetentionWorker {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CLOCK) private readonly clock: Clock,
    workers: Workers,
  ) {
    workers.add('retention', (territory, stopping) => this.round(territory, stopping), 3_600_000);
  }

  private async round(territory: string, stopping: () => boolean): Promise<void> {
    while (!stopping() && (await this.db.transact(territory, (tx) => this.forgetSome(tx))) === atOnce);
  }

  /** Answers the most rows that went from one table. */
  private async forgetSome(tx: NotificationTx): Promise<number> {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`notification retention ${tx.territory}`}, 0)) as mine`.execute(tx.db);
    if (!rows[0]?.mine) return 0;
    const at = (days: number): number => this.clock() - days * day;
    const before = (days: number) => sql`${new Date(at(days))}::timestamptz`;
    const gone = [
      await sql`
        with old as (
          delete from notifications where id = any (array(select id from notifications
            where id < ${firstIdAt(at(keepDays.read))}::uuid and saved_at is null and latest_at < ${before(keepDays.read)} and (read_at is not null or done_at is not null or latest_at < ${before(keepDays.unread)}) limit ${atOnce}))
          returning id
        ), inside as (delete from notification_entries where notification_id in (select id from old))
        select id from old`.execute(tx.db),
      // What was never in a list.
      await sql`delete from notification_entries where (member_id, subject_id) in (select member_id, subject_id from notification_entries where notification_id is null and created_at < ${before(keepDays.read)} limit ${atOnce})`.execute(tx.db),
      await sql`delete from mail_jobs where id = any (array(select id from mail_jobs where done_at < ${before(keepDays.jobs)} limit ${atOnce}))`.execute(tx.db),
      await sql`delete from push_jobs where id = any (array(select id from push_jobs where done_at < ${before(keepDays.jobs)} limit ${atOnce}))`.execute(tx.db),
      await sql`delete from digests where id = any (array(select id from digests where done_at < ${before(keepDays.digests)} limit ${atOnce}))`.execute(tx.db),
      await sql`delete from spreads where id = any (array(select id from spreads where done_at < ${before(keepDays.jobs)} limit ${atOnce}))`.execute(tx.db),
    ];
    return Math.max(...gone.map(({ rows, numAffectedRows }) => Math.max(rows.length, Number(numAffectedRows ?? 0))));
  }
}

/** The least UUIDv7 of a millisecond. */
function firstIdAt(ms: number): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
