import { sql, type Selectable } from 'kysely';
import type { MailJobsTable, PushJobsTable } from '../db/jobs.table.ts';
import type { NotificationTx } from '../db/schema.ts';
import { claimMs, mostAttempts, nextAttempt, type Attempt } from './attempts.ts';

interface Jobs {
  mail_jobs: Selectable<MailJobsTable>;
  push_jobs: Selectable<PushJobsTable>;
}
export type JobTable = keyof Jobs;
export type Job<T extends JobTable> = Jobs[T];

/**
 * Takes due jobs, oldest first, that no other worker has; they come up again when nothing is reported of them in time. One that
 * was taken before and never reported on is marked uncertain. Also answers when the next is due of those that are not.
 */
export async function claimJobs<T extends JobTable>(tx: NotificationTx, table: T, now: number, limit: number): Promise<{ jobs: Job<T>[]; nextAt: Date | null }> {
  const { rows } = await sql<(Job<T> | { id: null }) & { later: Date | null }>`
    with due as (
      select id from ${sql.table(table)} where status in ('queued', 'attempted') and next_at <= ${new Date(now)} order by next_at limit ${limit} for update skip locked
    ), claimed as (
      update ${sql.table(table)} j set status = 'attempted', attempts = j.attempts + 1, next_at = ${new Date(now + claimMs)}, held = false, uncertain = j.uncertain or j.status = 'attempted'
      from due where j.id = due.id returning j.*
    )
    select claimed.*, later.at as later from (
      select min(next_at) as at from ${sql.table(table)} where status in ('queued', 'attempted') and next_at > ${new Date(now)}
    ) later left join claimed on true`.execute(tx.db);
  return { jobs: rows.filter((row): row is typeof row & Job<T> => row.id !== null), nextAt: rows[0]!.later };
}

/** Gives claimed jobs back of which nothing was begun. */
export async function giveBackJobs(tx: NotificationTx, table: JobTable, jobs: readonly { readonly id: string }[], now: number): Promise<void> {
  await sql`update ${sql.table(table)} set status = 'queued', attempts = attempts - 1, next_at = ${new Date(now)} where id = any (${jobs.map(({ id }) => id)})`.execute(tx.db);
}

/** Writes down what became of a claimed job. Answers the outcome that counts: after the last attempt `retry` is `failed`. */
export async function reportJob(tx: NotificationTx, table: JobTable, job: { id: string; attempts: number }, attempt: Attempt, now: number): Promise<'sent' | 'retried' | 'failed' | 'cancelled' | 'held'> {
  const rows = sql.table(table);
  if (attempt.outcome === 'held') {
    await sql`update ${rows} set status = 'queued', attempts = attempts - 1, held = true, next_at = ${new Date(attempt.until)} where id = ${job.id}`.execute(tx.db);
    return 'held';
  }
  const note = 'note' in attempt ? attempt.note : null;
  const again = attempt.outcome === 'retry' && job.attempts < mostAttempts;
  if (again) {
    const nextAt = nextAttempt(now, job.attempts, attempt.notBefore);
    await sql`update ${rows} set status = 'queued', next_at = ${nextAt}, note = ${note}, uncertain = uncertain or ${attempt.uncertain ?? false} where id = ${job.id}`.execute(tx.db);
    return 'retried';
  }
  const status = attempt.outcome === 'retry' ? 'failed' : attempt.outcome;
  await sql`update ${rows} set status = ${status}, note = ${note}, done_at = ${new Date(now)} where id = ${job.id}`.execute(tx.db);
  return status;
}

/** Lets what waits for the end of someone's quiet hours be looked at again: their clock or their wish has changed. */
export async function releaseHeld(tx: NotificationTx, table: JobTable, memberId: string, now: number): Promise<boolean> {
  const released = await sql`update ${sql.table(table)} set next_at = ${new Date(now)} where member_id = ${memberId} and held and status = 'queued'`.execute(tx.db);
  return (released.numAffectedRows ?? 0n) > 0n;
}
