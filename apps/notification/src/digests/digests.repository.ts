import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { namesOf } from '@unityplan/territory';
import { sql, type Selectable } from 'kysely';
import { v7 } from 'uuid';
import type { DigestsTable } from '../db/digests.table.ts';
import type { PreferencesTable } from '../db/preferences.table.ts';
import type { NotificationReader, NotificationTx } from '../db/schema.ts';
import type { DigestWindow } from '../time/digest-windows.ts';

type Digest = Selectable<DigestsTable>;
/** A digest that has no window yet, with what that depends on. `last` is the date of the member's newest digest. */
export type Unplanned = Pick<Digest, 'id' | 'member_id' | 'since'> & Partial<Omit<Selectable<PreferencesTable>, 'member_id'>> & { readonly last: string | null };

@Injectable()
export class DigestsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async unplanned(reader: NotificationReader, limit: number): Promise<Unplanned[]> {
    const { rows } = await sql<Unplanned>`
      select p.*, d.id, d.member_id, d.since, (select max(on_date) from digests o where o.member_id = d.member_id) as last
      from digests d left join notification_preferences p on p.member_id = d.member_id
      where d.status = 'open' and d.due_at is null order by d.since limit ${limit}`.execute(reader);
    return rows;
  }

  /** Gives digests their windows, and queues their mails. One that was planned or closed meanwhile stays as it is. */
  async plan(tx: NotificationTx, planned: readonly { id: string; window: DigestWindow }[]): Promise<void> {
    const now = new Date(this.clock());
    await sql`
      with wished as (select * from unnest(${planned.map(({ id }) => id)}::uuid[], ${planned.map(({ window }) => window.date)}::text[], ${planned.map(({ window }) => new Date(window.dueAt))}::timestamptz[], ${planned.map(() => v7())}::uuid[]) as w (id, on_date, due_at, job_id)),
      given as (
        update digests d set on_date = w.on_date, due_at = w.due_at from wished w where d.id = w.id and d.status = 'open' and d.due_at is null
          and not exists (select from digests o where o.member_id = d.member_id and o.on_date = w.on_date)
        returning d.id, d.member_id, d.due_at, w.job_id
      )
      insert into mail_jobs (id, member_id, kind, about_id, message_id, next_at, created_at)
      select job_id, member_id, 'digest', id, '<' || job_id || ${`@${namesOf(tx.territory).publicHost}>`}, due_at, ${now}::timestamptz from given
      on conflict (member_id, about_id, kind) do nothing`.execute(tx.db);
  }

  /** Makes sure that a digest is open for a member with something waiting. */
  async open(tx: NotificationTx, memberId: string): Promise<void> {
    await sql`
      insert into digests as d (id, member_id, since) select ${v7()}::uuid, ${memberId}::uuid, ${new Date(this.clock())}::timestamptz
      where exists (select from notification_entries where member_id = ${memberId} and digest = 'waiting')
      on conflict (member_id) where status = 'open' do update set member_id = d.member_id`.execute(tx.db);
  }

  async wait(tx: NotificationTx, memberId: string, subjectId: string): Promise<void> {
    await tx.db.updateTable('notification_entries').set({ digest: 'waiting' }).where('member_id', '=', memberId).where('subject_id', '=', subjectId).where('digest', 'is', null).execute();
  }

  async close(tx: NotificationTx, id: string, status: 'sent' | 'empty' | 'failed', entries: number): Promise<void> {
    await tx.db.updateTable('digests').set({ status, entries, done_at: new Date(this.clock()) }).where('id', '=', id).where('status', '=', 'open').execute();
  }

  async settle(tx: NotificationTx, memberId: string, state: 'sent' | 'dropped', subjectIds: readonly string[]): Promise<void> {
    if (subjectIds.length === 0) return;
    await tx.db.updateTable('notification_entries').set({ digest: state }).where('member_id', '=', memberId).where('subject_id', 'in', subjectIds).where('digest', '=', 'waiting').execute();
  }
}
