import { Inject, Injectable } from '@nestjs/common';
import { forum, user, type notification, type Person, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { DB, decodeCursor, LOGGER, toPage, type MemberContext } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { NotificationsTable } from '../db/notifications.table.ts';
import type { NotificationDb, NotificationReader } from '../db/schema.ts';
import { toNotification } from './notifications.mapper.ts';

export type NotificationRow = Selectable<NotificationsTable>;

/** Ids are in order of time. */
const place = z.tuple([z.uuid()]);
const countedTo = 100;

@Injectable()
export class NotificationsViews {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly rpc: RpcClient,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** The member's notifications, newest first, with texts as they are now: what was deleted meanwhile is left out. */
  async list(call: MemberContext, query: RouteInput<typeof notification.listNotifications>['query']): Promise<RouteAnswer<typeof notification.listNotifications>> {
    const { memberId } = call.member;
    const list = `notifications ${memberId} ${query.unread}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(call.territory, (reader) => {
      let own = reader.selectFrom('notifications').selectAll().where('member_id', '=', memberId);
      if (query.unread) own = own.where('read_at', 'is', null);
      if (cursor) own = own.where('id', backwards ? '>' : '<', cursor.values[0]);
      return own.orderBy('id', backwards ? 'asc' : 'desc').limit(query.limit + 1).execute();
    });
    const page = toPage(list, rows, query.limit, cursor, (row) => [row.id]);
    const [postOf, actorOf] = await Promise.all([this.posts(call.territory, page.rows), this.actors(call.territory, page.rows)]);
    const items = page.rows.flatMap((row) => {
      const post = postOf(row.post_id);
      return post ? [toNotification(row, post, actorOf(row.actor_id))] : [];
    });
    return { items, next: page.next, previous: page.previous };
  }

  async countUnread(call: MemberContext): Promise<RouteAnswer<typeof notification.countUnread>> {
    return { unread: await this.db.read(call.territory, (reader) => this.unread(reader, call.member.memberId)) };
  }

  /** How many are unread, counted up to 100. */
  async unread(reader: NotificationReader, memberId: string): Promise<number> {
    const some = reader.selectFrom('notifications').select(sql.lit(1).as('one')).where('member_id', '=', memberId).where('read_at', 'is', null).limit(countedTo);
    const { count } = await reader.selectFrom(some.as('unread')).select((eb) => eb.fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    return Number(count);
  }

  private async posts(territory: string, rows: readonly NotificationRow[]) {
    if (rows.length === 0) return () => undefined;
    const { posts } = await this.rpc.call(forum.getExcerpts, territory, { postIds: [...new Set(rows.map(({ post_id }) => post_id))] });
    return (postId: string) => posts.find((post) => post.postId === postId);
  }

  /** Who did it. Without the user service the list is shown with nameless people rather than not at all. */
  private async actors(territory: string, rows: readonly NotificationRow[]): Promise<(memberId: string) => Person> {
    const memberIds = [...new Set(rows.map(({ actor_id }) => actor_id))];
    const { people } = await (memberIds.length ? this.rpc.call(user.getPeople, territory, { memberIds }) : Promise.resolve({ people: [] })).catch((error: unknown) => {
      this.log.warn({ err: error }, 'the user service is away; people are shown without names');
      return { people: [] };
    });
    return (memberId) => people.find((person) => person.memberId === memberId) ?? { memberId, handle: null, displayName: null };
  }
}
