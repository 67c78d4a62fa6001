import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { DB, decodeCursor, toPage } from '@unityplan/service-kit';
import { z } from 'zod';
import { Access } from '../access/access.views.ts';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import { PostsViews } from '../posts/posts.views.ts';
import type { Who } from '../who.ts';

const place = z.tuple([z.int().min(0).max(2_147_483_647)]);

@Injectable()
export class RevisionsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly posts: PostsViews,
  ) {}

  /** The texts of a post, newest first, the present one among them. Those of a deleted post are gone with it; those of a hidden one are for its author and moderators. */
  async list(who: Who, postId: string, query: RouteInput<typeof forum.listRevisions>['query']): Promise<RouteAnswer<typeof forum.listRevisions>> {
    const list = `revisions ${postId}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const post = await this.posts.place(who.territory, postId);
    await this.access.require(who, post.category_id, 'read');
    if (post.hidden_by && post.author_id !== who.memberId && !(await this.access.allows(who, post.category_id, 'moderate'))) throw new Problem(forum.forumErrors.post_hidden);
    if (post.deleted_at) throw new Problem(commonErrors.not_found);
    const rows = await this.db.read(who.territory, (reader) => {
      let texts = this.texts(reader, postId);
      if (cursor) texts = texts.where('revision', backwards ? '>' : '<', cursor.values[0]);
      return texts.orderBy('revision', backwards ? 'asc' : 'desc').limit(query.limit + 1).execute();
    });
    const page = toPage(list, rows, query.limit, cursor, (row) => [row.revision]);
    return {
      items: page.rows.map(({ revision, written_at, reason, markdown, html }) => ({ revision, at: written_at.toISOString(), reason, markdown, html })),
      next: page.next,
      previous: page.previous,
    };
  }

  private texts(reader: ForumReader, postId: string) {
    const present = reader
      .selectFrom('forum_posts')
      .select((eb) => ['revision', eb.fn.coalesce('edited_at', 'created_at').as('written_at'), 'edit_reason as reason', 'markdown', 'html'])
      .where('id', '=', postId)
      .where('deleted_at', 'is', null);
    const earlier = reader
      .selectFrom('forum_post_revisions as earlier')
      .innerJoin('forum_posts as post', 'post.id', 'earlier.post_id')
      .select(['earlier.revision', 'earlier.written_at', 'earlier.reason', 'earlier.markdown', 'earlier.html'])
      .where('earlier.post_id', '=', postId)
      .where('post.deleted_at', 'is', null);
    return reader.selectFrom(present.unionAll(earlier).as('text')).selectAll();
  }
}
