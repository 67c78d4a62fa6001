import { Inject, Injectable } from '@nestjs/common';
import type { forum, RpcInput, RpcOutput } from '@unityplan/contracts';
import { DB } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { Access } from '../access/access.views.ts';
import { inCategories } from '../db/in-categories.ts';
import type { ForumDb } from '../db/schema.ts';

/** What other services show of posts. */
@Injectable()
export class ExcerptsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
  ) {}

  /** Those that a member (null: a guest) may read now; deleted, hidden and unknown ones are left out. */
  async of(territory: string, { postIds, viewerId, html }: RpcInput<typeof forum.getExcerpts>): Promise<RpcOutput<typeof forum.getExcerpts>> {
    if (postIds.length === 0) return { posts: [] };
    const within = await this.access.where({ territory, memberId: viewerId ?? undefined }, 'read');
    if (within.length === 0) return { posts: [] };
    const posts = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('forum_posts as post')
        .innerJoin('forum_topics as topic', 'topic.id', 'post.topic_id')
        .select([
          'post.id as postId', 'post.topic_id as topicId', 'post.number', 'post.author_id as authorId', 'post.excerpt', 'topic.title as topicTitle',
          'topic.slug as topicSlug', html ? 'post.html' : sql<string>`''`.as('html'),
        ])
        .where('post.id', 'in', postIds)
        .where('post.deleted_at', 'is', null)
        .where('post.hidden_by', 'is', null)
        .$if(within !== 'all', (query) => query.where(inCategories('topic.category_id', within as string[])))
        .execute(),
    );
    return { posts };
  }
}
