import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { namesOf } from '@unityplan/territory';
import { sql, type RawBuilder } from 'kysely';
import { v7 } from 'uuid';
import type { NotificationTx } from '../db/schema.ts';
import type { Delivery, Happening } from './happening.policy.ts';
import { reasonOrder } from './why.policy.ts';

/** Someone who was told just now; `notificationId` is null when it is not in their list. */
export interface Told {
  readonly memberId: string;
  readonly notificationId: string | null;
  /** False when they knew of it already, and a reason was added. */
  readonly fresh: boolean;
}

/** Reasons of both, strongest first; of two ways to watch the first is kept. */
const merged = sql<string[]>`array(select w from (select distinct on (split_part(w, '@', 1)) w from unnest(e.why || excluded.why) w order by split_part(w, '@', 1), w desc) each
  order by array_position(${[...reasonOrder]}::text[], split_part(w, '@', 1)))`;

/**
 * Writes everything that telling leaves behind, for all members and channels in one statement: the item in the list (a new one, or the
 * open one of the same group grows), the entry, single mails, push messages, and a digest to wait for. It writes tables of other
 * capabilities, because a statement of its own for each would be most of what a reply costs.
 */
@Injectable()
export class TellingRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async tell(tx: NotificationTx, happening: Happening, deliveries: readonly Delivery[], pushAt: Date): Promise<Told[]> {
    if (deliveries.length === 0) return [];
    const { kind, about, subjectId, groupId, actorId, postNumber, details } = happening;
    const now = new Date(this.clock());
    const host = namesOf(tx.territory).publicHost;
    const column = <T>(of: (delivery: Delivery) => T): T[] => deliveries.map(of);
    const mailOf = sql`(select t.mail from told t where t.member_id = e.member_id)`;
    const parts: RawBuilder<unknown>[] = [
      sql`told as (
        select * from unnest(${column(() => v7())}::uuid[], ${column(({ memberId }) => memberId)}::uuid[], ${column(({ why }) => why.join(' '))}::text[],
          ${column(({ inApp }) => inApp)}::boolean[], ${column(({ mail }) => mail)}::text[], ${column(({ push }) => push)}::boolean[]) as t (id, member_id, why, in_app, mail, push)
      )`,
      sql`item as (
        insert into notifications as n (id, member_id, kind, group_id, rank, created_at, latest_at)
        select t.id, t.member_id, ${kind}, ${groupId}::uuid, t.id, ${now}::timestamptz, ${now}::timestamptz from told t
        where t.in_app and not exists (select from notification_entries k where k.member_id = t.member_id and k.subject_id = ${subjectId} and k.notification_id is not null)
        order by t.member_id
        on conflict (member_id, kind, group_id) where open do update set rank = excluded.rank, latest_at = excluded.latest_at, live = n.live + 1, seen_at = null
        returning n.id, n.member_id
      )`,
      sql`entry as (
        insert into notification_entries as e (member_id, subject_id, about, notification_id, group_id, actor_id, post_number, why, details, created_at, digest)
        select t.member_id, ${subjectId}::uuid, ${about}, i.id, ${groupId}::uuid, ${actorId}::uuid, ${postNumber}::int, string_to_array(t.why, ' '), ${JSON.stringify(details)}::jsonb, ${now}::timestamptz,
          case when t.mail = 'digest' then 'waiting' end
        from told t left join item i on i.member_id = t.member_id order by t.member_id
        on conflict (member_id, subject_id) do update set why = ${merged}, notification_id = coalesce(e.notification_id, excluded.notification_id),
          -- A new reason may ask for a mail at once, or for the digest when no mail went; one that went out in a digest is not sent again.
          digest = case
            when e.digest = 'waiting' and ${mailOf} = 'instant' then null
            when e.digest is null and ${mailOf} = 'digest' and not exists (select from mail_jobs j where j.member_id = e.member_id and j.about_id = e.subject_id and j.status <> 'cancelled') then 'waiting'
            else e.digest end
        returning e.member_id, e.notification_id, e.digest, e.xmax = 0 as fresh
      )`,
    ];
    if (deliveries.some(({ mail }) => mail === 'instant'))
      parts.push(sql`mailed as (
        insert into mail_jobs (id, member_id, kind, about_id, message_id, next_at, created_at)
        select t.id, t.member_id, ${about}, ${subjectId}::uuid, '<' || t.id || ${`@${host}>`}, ${now}::timestamptz, ${now}::timestamptz
        from told t join entry e on e.member_id = t.member_id where t.mail = 'instant' and e.digest is distinct from 'sent'
        on conflict (member_id, about_id, kind) do nothing
      )`);
    if (deliveries.some(({ mail }) => mail === 'digest'))
      parts.push(sql`digested as (
        insert into digests as d (id, member_id, since)
        select t.id, t.member_id, ${now}::timestamptz from told t join entry e on e.member_id = t.member_id where e.digest = 'waiting' order by t.member_id
        -- Locks the digest that is open: it cannot be closed without what waits for it now.
        on conflict (member_id) where status = 'open' do update set member_id = d.member_id
      )`);
    if (deliveries.some(({ push }) => push))
      parts.push(sql`pushed as (
        insert into push_jobs (id, member_id, subscription_id, kind, about_id, next_at, created_at)
        select gen_random_uuid(), t.member_id, s.id, 'entry', ${subjectId}::uuid, ${pushAt}::timestamptz, ${now}::timestamptz
        from told t join push_subscriptions s on s.member_id = t.member_id where t.push
        on conflict (subscription_id, about_id) do nothing
      )`);
    const { rows } = await sql<{ member_id: string; notification_id: string | null; fresh: boolean }>`
      with ${sql.join(parts)} select member_id, notification_id, fresh from entry order by member_id`.execute(tx.db);
    return rows.map(({ member_id, notification_id, fresh }) => ({ memberId: member_id, notificationId: notification_id, fresh }));
  }
}
