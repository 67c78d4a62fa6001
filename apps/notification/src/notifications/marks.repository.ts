import { Inject, Injectable } from '@nestjs/common';
import type { notification, RouteInput } from '@unityplan/contracts';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql, type RawBuilder } from 'kysely';
import type { NotificationTx } from '../db/schema.ts';

type Which = RouteInput<typeof notification.markNotifications>['body']['which'];
type Mark = RouteInput<typeof notification.markNotifications>['body']['mark'];

const none = sql`null`;

@Injectable()
export class MarksRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Sets a mark on what is named and does not have it. Answers how many items, or posts of a topic, that changed. */
  async mark(tx: NotificationTx, memberId: string, mark: Mark, which: Which, markId: string): Promise<number> {
    if (mark === 'read' && 'topicId' in which) return this.readTopic(tx, memberId, which, markId);
    const now = sql`${new Date(this.clock())}::timestamptz`;
    const id = sql`${markId}::uuid`;
    const readToo = sql`read_at = coalesce(n.read_at, ${now}), read_mark = case when n.read_at is null then ${id} else n.read_mark end, seen_at = coalesce(n.seen_at, ${now}), open = false`;
    const sets: Record<Mark, { set: RawBuilder<unknown>; where: RawBuilder<unknown>; entries?: RawBuilder<unknown> }> = {
      seen: { set: sql`seen_at = ${now}`, where: sql`n.seen_at is null` },
      read: { set: readToo, where: sql`n.read_at is null`, entries: sql`read_at = ${now}, read_mark = ${id} where e.read_at is null and` },
      unread: { set: sql`read_at = ${none}, read_mark = ${none}`, where: sql`n.read_at is not null`, entries: sql`read_at = ${none}, read_mark = ${none} where` },
      done: { set: sql`done_at = ${now}, done_mark = ${id}, ${readToo}`, where: sql`n.done_at is null`, entries: sql`read_at = ${now}, read_mark = ${id} where e.read_at is null and` },
      undone: { set: sql`done_at = ${none}, done_mark = ${none}`, where: sql`n.done_at is not null` },
      saved: { set: sql`saved_at = ${now}`, where: sql`n.saved_at is null` },
      unsaved: { set: sql`saved_at = ${none}`, where: sql`n.saved_at is not null` },
    };
    const { set, where, entries } = sets[mark];
    const alsoEntries = entries ? sql`, inside as (update notification_entries e set ${entries} e.notification_id in (select id from marked))` : sql``;
    const { rows } = await sql<{ changed: number }>`
      with marked as (update notifications n set ${set} where n.member_id = ${memberId} and ${where} and ${named(memberId, which)} returning n.id) ${alsoEntries}
      select count(*)::int as changed from marked`.execute(tx.db);
    return rows[0]!.changed;
  }

  /** Takes back what a mark changed and nobody changed since. Answers how many items and posts that were. */
  async undo(tx: NotificationTx, memberId: string, markId: string): Promise<number> {
    const { rows } = await sql<{ changed: number }>`
      with entries as (update notification_entries set read_at = null, read_mark = null where member_id = ${memberId} and read_mark = ${markId} returning 1),
      items as (
        -- Not when all that it read was deleted or hidden since: nothing unread would be in it.
        update notifications n set read_at = case when read_mark = ${markId} and exists (
          select from notification_entries e where e.notification_id = n.id and not e.hidden and (e.read_at is null or e.read_mark = ${markId})) then null else read_at end, read_mark = nullif(read_mark, ${markId}::uuid),
          done_at = case when done_mark = ${markId} then null else done_at end, done_mark = nullif(done_mark, ${markId}::uuid)
        where member_id = ${memberId} and (read_mark = ${markId} or done_mark = ${markId}) returning 1
      )
      select ((select count(*) from items) + (select count(*) from entries))::int as changed`.execute(tx.db);
    return rows[0]!.changed;
  }

  /** Posts of a topic were read somewhere: an item is read when nothing in it is left. */
  private async readTopic(tx: NotificationTx, memberId: string, { topicId, upToNumber }: Extract<Which, { topicId: string }>, markId: string): Promise<number> {
    const now = new Date(this.clock());
    const upTo = Math.min(upToNumber, 2_147_483_647);
    const { rows } = await sql<{ changed: number }>`
      with posts as (
        update notification_entries set read_at = ${now}, read_mark = ${markId}
        where member_id = ${memberId} and group_id = ${topicId} and about = 'post' and post_number <= ${upTo} and read_at is null returning notification_id
      ), items as (
        update notifications n set read_at = ${now}, read_mark = ${markId}, seen_at = coalesce(n.seen_at, ${now}), open = false
        where n.id in (select notification_id from posts) and n.read_at is null
          and not exists (select from notification_entries e where e.notification_id = n.id and e.read_at is null and not e.hidden and e.post_number > ${upTo})
      )
      select count(*)::int as changed from posts`.execute(tx.db);
    return rows[0]!.changed;
  }
}

function named(memberId: string, which: Which): RawBuilder<unknown> {
  if ('notificationIds' in which) return sql`n.id = any(${[...which.notificationIds]}::uuid[])`;
  if ('topicId' in which) return sql`n.kind = 'post' and n.group_id = ${which.topicId} and not exists (
    select from notification_entries e where e.notification_id = n.id and not e.hidden and e.post_number > ${Math.min(which.upToNumber, 2_147_483_647)})`;
  const kind = which.kind ? sql`n.kind = ${which.kind}` : sql`true`;
  // What arrived after the newest that was on the screen stays as it is. When that one is gone its id stands for it: ids and ranks are in one order of time.
  return which.upTo ? sql`${kind} and n.rank <= coalesce((select rank from notifications where id = ${which.upTo} and member_id = ${memberId}), ${which.upTo}::uuid)` : kind;
}
