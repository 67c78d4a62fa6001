import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type notification, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { DB, decodeCursor, toPage, type MemberContext } from '@unityplan/service-kit';
import { z } from 'zod';
import type { NotificationDb, NotificationReader } from '../db/schema.ts';
import type { WatchLevel } from '../db/watch-levels.table.ts';
import { Audience } from '../neighbours/audience.views.ts';
import { categoryState, topicState, type WatchState } from './watch-levels.policy.ts';

const place = z.tuple([z.uuid()]);

@Injectable()
export class WatchLevelsViews {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly rpc: RpcClient,
    private readonly audience: Audience,
  ) {}

  /** What the member chose, newest first. Topics that are gone or closed to the member are left out. */
  async list(call: MemberContext, query: RouteInput<typeof notification.listWatchLevels>['query']): Promise<RouteAnswer<typeof notification.listWatchLevels>> {
    const { memberId } = call.member;
    const list = `watch-levels ${memberId} ${query.level}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(call.territory, (reader) => {
      let own = reader.selectFrom('watch_levels').selectAll().where('member_id', '=', memberId);
      if (query.level) own = own.where('level', '=', query.level);
      if (cursor) own = own.where('rank', backwards ? '>' : '<', cursor.values[0]);
      return own.orderBy('rank', backwards ? 'asc' : 'desc').limit(query.limit + 1).execute();
    });
    const page = toPage(list, rows, query.limit, cursor, (row) => [row.rank]);
    const topicIds = page.rows.flatMap((row) => (row.place === 'topic' ? [row.place_id] : []));
    const { topics } = topicIds.length > 0 ? await this.rpc.call(forum.getPlaces, call.territory, { topicIds, categoryIds: [] }) : { topics: [] };
    const readable = await this.readable(call, topics.map(({ categoryId }) => categoryId));
    const items = page.rows.flatMap((row): RouteAnswer<typeof notification.listWatchLevels>['items'] => {
      const { level, place_id } = row;
      const setAt = row.set_at.toISOString();
      if (row.place === 'category') return [{ place: 'category', categoryId: place_id, level, setAt }];
      const topic = topics.find(({ topicId }) => topicId === place_id);
      if (!topic || !readable.has(topic.categoryId)) return [];
      return [{ place: 'topic', topicId: place_id, title: topic.title ?? '', slug: topic.slug ?? '-', categoryId: topic.categoryId, level, setAt }];
    });
    return { items, next: page.next, previous: page.previous };
  }

  /** Throws `not_found` for a topic that is unknown, or that the member may not read. */
  async ofTopic(call: MemberContext, topicId: string): Promise<WatchState> {
    const { topics } = await this.rpc.call(forum.getPlaces, call.territory, { topicIds: [topicId], categoryIds: [] });
    const topic = topics[0];
    if (!topic || !(await this.readable(call, [topic.categoryId])).has(topic.categoryId)) throw new Problem(commonErrors.not_found);
    const levelOf = await this.levels(call, [topicId, topic.categoryId]);
    return topicState(levelOf(topicId), levelOf(topic.categoryId));
  }

  /** Throws `not_found` for a category that is unknown, or that the member may not read. */
  async ofCategory(call: MemberContext, categoryId: string): Promise<WatchState> {
    if (!(await this.readable(call, [categoryId])).has(categoryId)) throw new Problem(commonErrors.not_found);
    return categoryState((await this.levels(call, [categoryId]))(categoryId));
  }

  /** How a member follows places, by the level chosen for each. */
  async chosen(reader: NotificationReader, memberId: string, placeIds: readonly string[]): Promise<(placeId: string) => WatchLevel | null> {
    const rows = await reader.selectFrom('watch_levels').select(['place_id', 'level']).where('member_id', '=', memberId).where('place_id', 'in', placeIds).execute();
    const known = new Map(rows.map(({ place_id, level }) => [place_id, level]));
    return (placeId) => known.get(placeId) ?? null;
  }

  private levels(call: MemberContext, placeIds: readonly string[]) {
    return this.db.read(call.territory, (reader) => this.chosen(reader, call.member.memberId, placeIds));
  }

  private async readable({ territory, member }: MemberContext, categoryIds: readonly string[]): Promise<ReadonlySet<string>> {
    const readable = new Set<string>();
    for (const categoryId of new Set(categoryIds)) if ((await this.audience.readers(territory, categoryId, [member.memberId])).size > 0) readable.add(categoryId);
    return readable;
  }
}
