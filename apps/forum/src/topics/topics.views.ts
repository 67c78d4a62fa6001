import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type forum, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { DB, decodeCursor, toPage } from '@unityplan/service-kit';
import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import type { TopicsTable } from '../db/topics.table.ts';
import { People } from '../people/people.views.ts';
import { PostsViews, type PostRow } from '../posts/posts.views.ts';
import { toTopic, topicPeople } from './topics.mapper.ts';

export type TopicRow = Selectable<TopicsTable>;
export interface OpenedTopic {
  readonly topic: TopicRow;
  readonly post: PostRow;
}

/** Milliseconds of the last activity, and the id among topics of the same one. */
const place = z.tuple([z.int().min(0).max(8.64e15), z.uuid()]);

@Injectable()
export class TopicsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly people: People,
    private readonly posts: PostsViews,
  ) {}

  /** Topics by latest activity. Reading on from a cursor never repeats a topic, whatever is written meanwhile. */
  async list(territory: string, query: RouteInput<typeof forum.listTopics>['query']): Promise<RouteAnswer<typeof forum.listTopics>> {
    const { categoryId, limit } = query;
    const list = `topics ${categoryId ?? ''}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(territory, async (reader) => {
      let topics = reader.selectFrom('forum_topics').selectAll();
      if (categoryId) topics = topics.where('category_id', '=', categoryId);
      if (cursor) {
        const from = sql`(${new Date(cursor.values[0])}::timestamptz, ${cursor.values[1]}::uuid)`;
        topics = topics.where(sql<boolean>`(last_activity_at, id) ${sql.raw(backwards ? '>' : '<')} ${from}`);
      }
      const order = backwards ? 'asc' : 'desc';
      const found = await topics.orderBy('last_activity_at', order).orderBy('id', order).limit(limit + 1).execute();
      if (found.length === 0 && categoryId) await this.refuseUnknownCategory(reader, categoryId);
      return found;
    });
    const page = toPage(list, rows, limit, cursor, (row) => [row.last_activity_at.getTime(), row.id]);
    const personOf = await this.people.of(territory, page.rows.flatMap(topicPeople));
    return { items: page.rows.map((row) => toTopic(row, personOf)), next: page.next, previous: page.previous };
  }

  async get(territory: string, topicId: string): Promise<RouteAnswer<typeof forum.getTopic>> {
    const row = await this.db.read(territory, (reader) => reader.selectFrom('forum_topics').selectAll().where('id', '=', topicId).executeTakeFirst());
    if (!row) throw new Problem(commonErrors.not_found);
    return toTopic(row, await this.people.of(territory, topicPeople(row)));
  }

  /** For answering a write from within its own transaction; see `present`. */
  async withFirstPost(reader: ForumReader, topicId: string): Promise<OpenedTopic> {
    const topic = await reader.selectFrom('forum_topics').selectAll().where('id', '=', topicId).executeTakeFirstOrThrow();
    const post = await this.posts.rows(reader).where('post.topic_id', '=', topicId).where('post.number', '=', 1).executeTakeFirstOrThrow();
    return { topic, post };
  }

  /** Adds the people to what `withFirstPost` read. Call it after the transaction: it asks another service. */
  async present(territory: string, { topic, post }: OpenedTopic): Promise<RouteAnswer<typeof forum.createTopic>> {
    const personOf = await this.people.of(territory, topicPeople(topic));
    return { topic: toTopic(topic, personOf), post: await this.posts.present(territory, post) };
  }

  private async refuseUnknownCategory(reader: ForumReader, categoryId: string): Promise<void> {
    const known = await reader.selectFrom('forum_categories').select('id').where('id', '=', categoryId).executeTakeFirst();
    if (!known) throw new Problem(commonErrors.not_found);
  }
}
