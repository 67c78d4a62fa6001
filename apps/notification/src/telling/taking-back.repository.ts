import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { NotificationTx } from '../db/schema.ts';

@Injectable()
export class TakingBackRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Removes everyone's entry of a thing, and items that have no other. Answers members whose unread items changed, in order of ids. */
  async remove(tx: NotificationTx, subjectId: string): Promise<string[]> {
    const { rows } = await sql<{ id: string; member_id: string; counted: boolean }>`
      with gone as (delete from notification_entries where subject_id = ${subjectId} returning notification_id, hidden, read_at)
      update notifications n set live = n.live - (not g.hidden)::int from gone g where n.id = g.notification_id
      returning n.id, n.member_id, n.read_at is null and n.done_at is null and not g.hidden as counted`.execute(tx.db);
    if (rows.length === 0) return [];
    await sql`delete from notifications n where id = any(${rows.map(({ id }) => id)}::uuid[]) and live = 0 and not exists (select from notification_entries e where e.notification_id = n.id)`.execute(tx.db);
    await this.readWhatIsReadInside(tx, rows);
    return sorted(rows);
  }

  /** Marks everyone's entry of a thing as hidden or not; what comes back unread makes its item unread. Answers members whose unread items changed, in order of ids. */
  async hide(tx: NotificationTx, subjectId: string, hidden: boolean): Promise<string[]> {
    const back = sql`${!hidden}::boolean and c.read_at is null`;
    const { rows } = await sql<{ id: string; member_id: string; counted: boolean }>`
      with changed as (update notification_entries set hidden = ${hidden} where subject_id = ${subjectId} and hidden <> ${hidden} returning notification_id, read_at)
      update notifications n set live = n.live + ${hidden ? -1 : 1}, read_at = case when ${back} then null else n.read_at end, read_mark = case when ${back} then null else n.read_mark end
      from changed c where n.id = c.notification_id
      returning n.id, n.member_id, n.read_at is null and n.done_at is null as counted`.execute(tx.db);
    await this.readWhatIsReadInside(tx, rows);
    return sorted(rows);
  }

  /** An unread item shows only what is unread in it, so one with nothing unread left would be counted and shown nowhere. */
  private async readWhatIsReadInside(tx: NotificationTx, items: readonly { id: string }[]): Promise<void> {
    if (items.length === 0) return;
    const now = new Date(this.clock());
    await sql`
      update notifications n set read_at = ${now}, seen_at = coalesce(n.seen_at, ${now}), open = false,
        -- The mark that read the rest: whoever takes it back has the item again.
        read_mark = (select e.read_mark from notification_entries e where e.notification_id = n.id and not e.hidden order by e.read_at desc limit 1)
      where n.id = any(${items.map(({ id }) => id)}::uuid[]) and n.read_at is null and n.live > 0
        and not exists (select from notification_entries e where e.notification_id = n.id and not e.hidden and e.read_at is null)`.execute(tx.db);
  }

  /** Cancels what is still queued about something. */
  async cancelJobs(tx: NotificationTx, aboutId: string, note: string): Promise<void> {
    const now = new Date(this.clock());
    await sql`
      with pushes as (update push_jobs set status = 'cancelled', note = ${note}, done_at = ${now} where about_id = ${aboutId} and status = 'queued')
      update mail_jobs set status = 'cancelled', note = ${note}, done_at = ${now} where about_id = ${aboutId} and status = 'queued'`.execute(tx.db);
  }

  /** The same for what a member was told of an award, or of all awards of a badge; its entries stay in the list. */
  async overtake(tx: NotificationTx, memberId: string, { awardId, badge, abouts }: { awardId?: string; badge?: string; abouts: readonly string[] }, note: string): Promise<void> {
    const now = new Date(this.clock());
    await sql`
      with old as (
        update notification_entries set overtaken = true, digest = case when digest = 'waiting' then 'dropped' else digest end
        where member_id = ${memberId} and about = any(${[...abouts]}::text[]) and not overtaken
          and (${awardId ?? null}::text is null or details ->> 'awardId' = ${awardId ?? null}) and (${badge ?? null}::text is null or details ->> 'badge' = ${badge ?? null})
        returning subject_id
      ), pushes as (
        update push_jobs set status = 'cancelled', note = ${note}, done_at = ${now} where member_id = ${memberId} and about_id in (select subject_id from old) and status = 'queued'
      )
      update mail_jobs set status = 'cancelled', note = ${note}, done_at = ${now} where member_id = ${memberId} and about_id in (select subject_id from old) and status = 'queued'`.execute(tx.db);
  }
}

function sorted(rows: readonly { member_id: string; counted: boolean }[]): string[] {
  return rows.filter(({ counted }) => counted).map(({ member_id }) => member_id).sort();
}
