import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type forum, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { CLOCK, DB, decodeCursor, People, toPage, type Clock } from '@unityplan/service-kit';
import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { Access } from '../access/access.views.ts';
import type { Who } from '../who.ts';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import type { TopicsTable } from '../db/topics.table.ts';
import { PostsViews, type PostRow } from '../posts/posts.views.ts';
import { seenUpTo } from '../reading/read-state.policy.ts';
import { toTopic, topicPeople } from './topics.mapper.ts';

export type TopicRow = Selectable<TopicsTable> & { seen_up_to: number | null };
export interface OpenedTopic {
  readonly topic: TopicRow;
  readonly post: PostRow;
}
type Query = RouteInput<typeof forum.listTopics>['query'];

/** Milliseconds of the last activity, and the id among topics of the same one. */
const place = z.tuple([z.int().min(0).max(8.64e15), z.uuid()]);
type Place = { readonly direction: 'after' | 'before'; readonly values: readonly [number, string] };
const mostPinned = 10;

@Injectable()
export class TopicsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly people: People,
    private readonly posts: PostsViews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Topics by latest activity, of those that the caller may read. Reading on from a cursor never repeats a topic, whatever is written meanwhile. */
  async list(who: Who, { categoryId, cursor: text, limit }: Query): Promise<RouteAnswer<typeof forum.listTopics>> {
    const list = `topics ${categoryId ?? ''}`;
    const cursor = decodeCursor(list, text, place);
    if (categoryId) await this.access.require(who, categoryId, 'read');
    const within = categoryId ? [categoryId] : await this.access.where(who, 'read');
    const { rows, pinned } = await this.db.read(who.territory, async (reader) => ({
      rows: await this.page(reader, who, within, limit + 1, cursor),
      pinned: categoryId && !cursor ? await this.pinned(reader, who, categoryId) : [],
    }));
    const page = toPage(list, rows, limit, cursor, (row) => [row.last_activity_at.getTime(), row.id]);
    const personOf = await this.people.of(who.territory, [...pinned, ...page.rows].flatMap(topicPeople));
    const toItem = (row: TopicRow) => toTopic(row, personOf, this.clock());
    return { items: page.rows.map(toItem), pinned: pinned.map(toItem), next: page.next, previous: page.previous };
  }

  /** A topic's row, before anyone was asked whether the caller may see it. Throws `not_found`. */
  async row(reader: ForumReader, who: Who, topicId: string): Promise<TopicRow> {
    const row = await this.rows(reader, who).where('topic.id', '=', topicId).executeTakeFirst();
    if (!row) throw new Problem(commonErrors.not_found);
    return row;
  }

  /** For answering a write from within its own transaction; see `present`. */
  async withFirstPost(reader: ForumReader, who: Who, topicId: string): Promise<OpenedTopic> {
    const topic = await this.row(reader, who, topicId);
    const post = await this.posts.rows(reader, who.memberId).where('post.topic_id', '=', topicId).where('post.number', '=', 1).executeTakeFirstOrThrow();
    return { topic, post };
  }

  /** Adds the people to what `withFirstPost` read. Call it after the transaction: it asks another service. */
  async present(who: Who, { topic, post }: OpenedTopic): Promise<RouteAnswer<typeof forum.createTopic>> {
    const personOf = await this.people.of(who.territory, topicPeople(topic));
    return { topic: toTopic(topic, personOf, this.clock()), post: await this.posts.present(who, post) };
  }

  private rows(reader: ForumReader, who: Who) {
    return reader.selectFrom('forum_topics as topic').selectAll('topic').select(seenUpTo(who.memberId).as('seen_up_to'));
  }

  /**
   * Walks one index, either over all categories or a stretch of it for each of those that may be read: topics behind a door cost
   * nothing, however many they are.
   */
  private page(reader: ForumReader, who: Who, within: 'all' | string[], limit: number, cursor: Place | undefined): Promise<TopicRow[]> {
    const backwards = cursor?.direction === 'before';
    const order = backwards ? 'asc' : 'desc';
    const [way, along] = [sql.raw(backwards ? '>' : '<'), sql.raw(order)];
    const onwards = cursor ? sql`(last_activity_at, id) ${way} (${new Date(cursor.values[0])}::timestamptz, ${cursor.values[1]}::uuid)` : sql`true`;
    const stretch = sql`order by last_activity_at ${along}, id ${along} limit ${limit}`;
    const found =
      within === 'all'
        ? sql<{ id: string }>`(select id from forum_topics where ${onwards} ${stretch})`
        : sql<{ id: string }>`(select stretch.id from unnest(${within}::uuid[]) as readable (id)
            cross join lateral (select id from forum_topics where category_id = readable.id and ${onwards} ${stretch}) as stretch)`;
    return this.rows(reader, who)
      .innerJoin(found.as('found'), 'found.id', 'topic.id')
      .orderBy('topic.last_activity_at', order)
      .orderBy('topic.id', order)
      .limit(limit)
      .execute();
  }

  private pinned(reader: ForumReader, who: Who, categoryId: string): Promise<TopicRow[]> {
    return this.rows(reader, who)
      .where('topic.category_id', '=', categoryId)
      .where('topic.pinned_at', 'is not', null)
      .where((eb) => eb.or([eb('topic.pinned_until', 'is', null), eb('topic.pinned_until', '>', new Date(this.clock()))]))
      .orderBy('topic.pinned_at', 'desc')
      .limit(mostPinned)
      .execute();
  }
}
