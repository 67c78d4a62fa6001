import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type forum, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { DB, decodeCursor, toPage } from '@unityplan/service-kit';
import { z } from 'zod';
import type { ForumDb, ForumReader } from '../db/schema.ts';

const place = z.tuple([z.int().min(0).max(2_147_483_647)]);

@Injectable()
export class RevisionsViews {
  constructor(@Inject(DB) private readonly db: ForumDb) {}

  /** The texts of a post, newest first, the present one among them. Those of a deleted post are gone with it. */
  async list(territory: string, postId: string, query: RouteInput<typeof forum.listRevisions>['query']): Promise<RouteAnswer<typeof forum.listRevisions>> {
    const list = `revisions ${postId}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(territory, (reader) => {
      let texts = this.texts(reader, postId);
      if (cursor) texts = texts.where('revision', backwards ? '>' : '<', cursor.values[0]);
      return texts.orderBy('revision', backwards ? 'asc' : 'desc').limit(query.limit + 1).execute();
    });
    if (rows.length === 0 && !cursor) throw new Problem(commonErrors.not_found);
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
