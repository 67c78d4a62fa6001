import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type forum, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { DB, decodeCursor, People, toPage, type Cursor } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { z } from 'zod';
import { Access } from '../access/access.views.ts';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import { HidingsViews, type Hiding } from '../decisions/hidings.views.ts';
import type { Who } from '../who.ts';
import { postPeople, toPost } from './posts.mapper.ts';

export type PostRow = Awaited<ReturnType<ReturnType<PostsViews['rows']>['execute']>>[number];
type Hidings = ReadonlyMap<string, Hiding>;

const mostNumber = 2_147_483_647;
/** Post numbers have no gaps, so a number is a place. */
const place = z.tuple([z.int().min(0).max(mostNumber)]);

@Injectable()
export class PostsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly hidings: HidingsViews,
    private readonly people: People,
  ) {}

  /** Posts with what they reply to, where they are, and the member's own vote: the one query behind every screen that shows posts. */
  rows(reader: ForumReader, memberId: string | undefined) {
    const ownVote = memberId === undefined ? sql<number | null>`null::int` : sql<number | null>`(select value from forum_votes where post_id = post.id and member_id = ${memberId}::uuid)`;
    return reader
      .selectFrom('forum_posts as post')
      .leftJoin('forum_posts as replied', 'replied.id', 'post.reply_to_id')
      .select([
        'post.id', 'post.topic_id', 'post.number', 'post.author_id', 'post.created_at', 'post.edited_at', 'post.revision', 'post.deleted_at', 'post.html',
        'post.markdown', 'post.score', 'post.hidden_by', 'replied.id as replied_id', 'replied.number as replied_number', 'replied.author_id as replied_author_id',
        ownVote.as('own_vote'), sql<string>`(select category_id from forum_topics where id = post.topic_id)`.as('category_id'),
      ]);
  }

  /** Where a post is and stands. Throws `not_found`. */
  async place(territory: string, postId: string) {
    const found = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('forum_posts as post')
        .innerJoin('forum_topics as topic', 'topic.id', 'post.topic_id')
        .select(['post.topic_id', 'post.number', 'post.author_id', 'post.deleted_at', 'post.hidden_by', 'topic.category_id'])
        .where('post.id', '=', postId)
        .executeTakeFirst(),
    );
    if (!found) throw new Problem(commonErrors.not_found);
    return found;
  }

  /** A post before anyone was asked whether the caller may see it. */
  row(reader: ForumReader, who: Who, postId: string): Promise<PostRow | undefined> {
    return this.rows(reader, who.memberId).where('post.id', '=', postId).executeTakeFirst();
  }

  /** A page of a topic. The cost does not depend on how deep it lies: one step into the index of numbers. */
  async list(who: Who, topicId: string, query: RouteInput<typeof forum.listPosts>['query']): Promise<RouteAnswer<typeof forum.listPosts>> {
    const list = `posts ${topicId}`;
    const cursor = decodeCursor(list, query.cursor, place) ?? startAt(query.from);
    const { rows, categoryId, hidings } = await this.db.read(who.territory, async (reader) => {
      const found = await this.page(reader, who, topicId, query.limit, cursor);
      return { ...found, hidings: await this.hidings.of(reader, found.rows) };
    });
    await this.access.require(who, categoryId, 'read');
    const page = toPage(list, rows, query.limit, cursor, (row) => [row.number]);
    return {
      items: await this.shown(who, page.rows, categoryId, hidings),
      next: page.next,
      previous: page.rows[0]?.number === 1 ? null : page.previous,
    };
  }

  async get(who: Who, postId: string): Promise<RouteAnswer<typeof forum.getPost>> {
    const row = await this.db.read(who.territory, (reader) => this.row(reader, who, postId));
    if (!row) throw new Problem(commonErrors.not_found);
    await this.access.require(who, row.category_id, 'read');
    return this.present(who, row);
  }

  /** Adds people and decisions to a row. Call it after a transaction: it asks another service. */
  async present(who: Who, row: PostRow): Promise<RouteAnswer<typeof forum.getPost>> {
    const hidings = row.hidden_by === null ? new Map<string, Hiding>() : await this.db.read(who.territory, (reader) => this.hidings.of(reader, [row]));
    const [post] = await this.shown(who, [row], row.category_id, hidings);
    return post!;
  }

  private async shown(who: Who, rows: readonly PostRow[], categoryId: string, hidings: Hidings): Promise<RouteAnswer<typeof forum.getPost>[]> {
    const moderates = hidings.size > 0 && who.memberId !== undefined && (await this.access.allows(who, categoryId, 'moderate'));
    const personOf = await this.people.of(who.territory, [...rows.flatMap(postPeople), ...[...hidings.values()].map(({ moderatorId }) => moderatorId)]);
    return rows.map((row) => toPost(row, { personOf, hidings, moderates, memberId: who.memberId }));
  }

  private async page(reader: ForumReader, who: Who, topicId: string, limit: number, cursor: Cursor | undefined): Promise<{ rows: PostRow[]; categoryId: string }> {
    const backwards = cursor?.direction === 'before';
    let posts = this.rows(reader, who.memberId).where('post.topic_id', '=', topicId);
    if (cursor) posts = posts.where('post.number', backwards ? '<' : '>', cursor.values[0] as number);
    const rows = await posts.orderBy('post.number', backwards ? 'desc' : 'asc').limit(limit + 1).execute();
    if (rows[0]) return { rows, categoryId: rows[0].category_id };
    // A topic has at least one post, so only an empty page can mean that there is no topic.
    const topic = await reader.selectFrom('forum_topics').select('category_id').where('id', '=', topicId).executeTakeFirst();
    if (!topic) throw new Problem(commonErrors.not_found);
    return { rows, categoryId: topic.category_id };
  }
}

/** `from` opens a page as if one had read up to the post before it. */
function startAt(from: number | undefined): Cursor | undefined {
  return from === undefined ? undefined : { direction: 'after', values: [Math.min(from - 1, mostNumber)] };
}
