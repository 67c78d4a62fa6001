import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type forum, type RouteAnswer, type RouteInput, type RpcOutput } from '@unityplan/contracts';
import { DB, decodeCursor, toPage, type Cursor } from '@unityplan/service-kit';
import { z } from 'zod';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import { People } from '../people/people.views.ts';
import { postPeople, toPost } from './posts.mapper.ts';

export type PostRow = Awaited<ReturnType<ReturnType<PostsViews['rows']>['execute']>>[number];

const mostNumber = 2_147_483_647;
/** Post numbers have no gaps, so a number is a place. */
const place = z.tuple([z.int().min(0).max(mostNumber)]);

@Injectable()
export class PostsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly people: People,
  ) {}

  /** Posts with what they reply to: the one query behind every screen that shows posts. */
  rows(reader: ForumReader) {
    return reader
      .selectFrom('forum_posts as post')
      .leftJoin('forum_posts as replied', 'replied.id', 'post.reply_to_id')
      .select([
        'post.id', 'post.topic_id', 'post.number', 'post.author_id', 'post.created_at', 'post.edited_at', 'post.revision', 'post.deleted_at', 'post.html',
        'post.markdown', 'replied.id as replied_id', 'replied.number as replied_number', 'replied.author_id as replied_author_id',
      ]);
  }

  row(reader: ForumReader, postId: string): Promise<PostRow | undefined> {
    return this.rows(reader).where('post.id', '=', postId).executeTakeFirst();
  }

  /** A page of a topic. The cost does not depend on how deep it lies: one step into the index of numbers. */
  async list(territory: string, topicId: string, query: RouteInput<typeof forum.listPosts>['query']): Promise<RouteAnswer<typeof forum.listPosts>> {
    const list = `posts ${topicId}`;
    const cursor = decodeCursor(list, query.cursor, place) ?? startAt(query.from);
    const rows = await this.db.read(territory, (reader) => this.page(reader, topicId, query.limit, cursor));
    const page = toPage(list, rows, query.limit, cursor, (row) => [row.number]);
    const personOf = await this.people.of(territory, page.rows.flatMap(postPeople));
    return {
      items: page.rows.map((row) => toPost(row, personOf)),
      next: page.next,
      previous: page.rows[0]?.number === 1 ? null : page.previous,
    };
  }

  async get(territory: string, postId: string): Promise<RouteAnswer<typeof forum.getPost>> {
    const row = await this.db.read(territory, (reader) => this.row(reader, postId));
    if (!row) throw new Problem(commonErrors.not_found);
    return this.present(territory, row);
  }

  /** Adds the people to a row. Call it after a transaction: it asks another service. */
  async present(territory: string, row: PostRow): Promise<RouteAnswer<typeof forum.getPost>> {
    return toPost(row, await this.people.of(territory, postPeople(row)));
  }

  /** What other services show of posts; deleted and unknown ones are left out. */
  async excerpts(territory: string, postIds: readonly string[]): Promise<RpcOutput<typeof forum.getExcerpts>> {
    if (postIds.length === 0) return { posts: [] };
    const posts = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('forum_posts as post')
        .innerJoin('forum_topics as topic', 'topic.id', 'post.topic_id')
        .select([
          'post.id as postId', 'post.topic_id as topicId', 'post.number', 'post.author_id as authorId', 'post.excerpt', 'post.html', 'topic.title as topicTitle',
          'topic.slug as topicSlug',
        ])
        .where('post.id', 'in', postIds)
        .where('post.deleted_at', 'is', null)
        .execute(),
    );
    return { posts };
  }

  private async page(reader: ForumReader, topicId: string, limit: number, cursor: Cursor | undefined): Promise<PostRow[]> {
    const backwards = cursor?.direction === 'before';
    let posts = this.rows(reader).where('post.topic_id', '=', topicId);
    if (cursor) posts = posts.where('post.number', backwards ? '<' : '>', cursor.values[0] as number);
    const rows = await posts.orderBy('post.number', backwards ? 'desc' : 'asc').limit(limit + 1).execute();
    // A topic has at least one post, so only an empty page can mean that there is no topic.
    if (rows.length === 0) {
      const topic = await reader.selectFrom('forum_topics').select('id').where('id', '=', topicId).executeTakeFirst();
      if (!topic) throw new Problem(commonErrors.not_found);
    }
    return rows;
  }
}

/** `from` opens a page as if one had read up to the post before it. */
function startAt(from: number | undefined): Cursor | undefined {
  return from === undefined ? undefined : { direction: 'after', values: [Math.min(from - 1, mostNumber)] };
}
