import { Injectable } from '@nestjs/common';
import type { notification, RouteInput } from '@unityplan/contracts';
import { sql, type Selectable } from 'kysely';
import type { About, Details, NotificationsTable } from '../db/notifications.table.ts';
import type { NotificationReader } from '../db/schema.ts';

/** An entry as an item needs it. */
export interface EntryOfItem {
  readonly subject_id: string;
  readonly about: About;
  readonly details: Details;
}

/** An item with what it holds: of a post's item the unread entries while it is unread, else all. */
export interface ItemRow extends Selectable<NotificationsTable> {
  /** The first three posts; of other kinds all entries, 100 at most. */
  readonly entries: EntryOfItem[];
  readonly entry_count: number;
  /** Newest first, three at most. */
  readonly actors: string[];
  readonly actor_count: number;
  readonly why: string[];
}

type Query = RouteInput<typeof notification.listNotifications>['query'];
const ofState = {
  inbox: sql`n.done_at is null`,
  unread: sql`n.read_at is null and n.done_at is null`,
  saved: sql`n.saved_at is not null`,
  done: sql`n.done_at is not null`,
};

@Injectable()
export class ItemsViews {
  /** A member's items after (or before) a rank, newest first, one more than `limit`. */
  async list(reader: NotificationReader, memberId: string, query: Pick<Query, 'state' | 'kind' | 'limit'>, from: { rank: string; backwards: boolean } | undefined): Promise<ItemRow[]> {
    const kind = query.kind ? sql`and n.kind = ${query.kind}` : sql``;
    const place = from ? sql`and n.rank ${from.backwards ? sql`>` : sql`<`} ${from.rank}` : sql``;
    return this.read(reader, sql`n.member_id = ${memberId} and n.live > 0 and ${ofState[query.state]} ${kind} ${place} order by n.rank ${from?.backwards ? sql`asc` : sql`desc`} limit ${query.limit + 1}`);
  }

  async one(reader: NotificationReader, memberId: string, id: string): Promise<ItemRow | undefined> {
    return (await this.read(reader, sql`n.member_id = ${memberId} and n.id = ${id}`))[0];
  }

  private async read(reader: NotificationReader, which: ReturnType<typeof sql>): Promise<ItemRow[]> {
    const { rows } = await sql<ItemRow>`
      with page as (select n.* from notifications n where ${which})
      select n.*, firsts.entries, counts.entry_count, counts.actor_count, counts.why, coalesce(actors.ids, '{}') as actors
      from page n
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('subject_id', f.subject_id, 'about', f.about, 'details', f.details) order by f.post_number, f.created_at), '[]') as entries
        from (select * from notification_entries e where e.notification_id = n.id and not e.hidden and (n.read_at is not null or e.read_at is null)
          order by e.post_number, e.created_at limit case when n.kind = 'post' then 3 else 100 end) f
      ) firsts
      cross join lateral (
        select count(distinct e.subject_id)::int as entry_count, count(distinct e.actor_id)::int as actor_count, coalesce(array_agg(distinct w), '{}') as why
        from notification_entries e cross join unnest(e.why) w where e.notification_id = n.id and not e.hidden and (n.read_at is not null or e.read_at is null)
      ) counts
      left join lateral (
        select array_agg(a.actor_id order by a.at desc, a.number desc) as ids from (
          select e.actor_id, max(e.created_at) as at, max(e.post_number) as number from notification_entries e
          where e.notification_id = n.id and not e.hidden and e.actor_id is not null and (n.read_at is not null or e.read_at is null) group by e.actor_id order by at desc, number desc limit 3
        ) a
      ) actors on true
      order by n.rank desc`.execute(reader);
    return rows;
  }
}
