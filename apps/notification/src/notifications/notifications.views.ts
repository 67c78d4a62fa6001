import { Inject, Injectable } from '@nestjs/common';
import type { notification, RouteAnswer, RouteInput } from '@unityplan/contracts';
import { CLOCK, DB, decodeCursor, People, toPage, type Clock, type MemberContext } from '@unityplan/service-kit';
import { z } from 'zod';
import { Contents } from '../contents/contents.views.ts';
import type { NotificationDb } from '../db/schema.ts';
import { ItemsViews } from './items.views.ts';
import { toItem } from './notifications.mapper.ts';

/** Ranks are in order of time. */
const place = z.tuple([z.uuid()]);

@Injectable()
export class NotificationsViews {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly items: ItemsViews,
    private readonly contents: Contents,
    private readonly people: People,
  ) {}

  /** The member's notifications, newest first, with texts as they are now and under the member's rights: the rest is left out. */
  async list({ territory, member }: MemberContext, query: RouteInput<typeof notification.listNotifications>['query']): Promise<RouteAnswer<typeof notification.listNotifications>> {
    const { memberId } = member;
    const list = `notifications ${memberId} ${query.state} ${query.kind}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(territory, (reader) => this.items.list(reader, memberId, query, cursor && { rank: cursor.values[0], backwards }));
    const page = toPage(list, backwards ? rows.toReversed() : rows, query.limit, cursor, (row) => [row.rank]);
    const [contents, personOf] = await Promise.all([
      this.contents.of(territory, memberId, page.rows.flatMap(({ entries }) => entries)),
      this.people.of(territory, page.rows.flatMap(({ actors }) => actors)),
    ]);
    return { items: page.rows.flatMap((row) => toItem(row, contents, personOf, this.clock()) ?? []), next: page.next, previous: page.previous };
  }
}
