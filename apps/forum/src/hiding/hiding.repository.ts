import { Injectable } from '@nestjs/common';
import type { ForumTx } from '../db/schema.ts';

export type JudgedPost = NonNullable<Awaited<ReturnType<HidingRepository['lock']>>>;

@Injectable()
export class HidingRepository {
  /** The post with its row locked: everything that moderation does about a post happens one after the other. */
  lock(tx: ForumTx, postId: string) {
    return tx.db
      .selectFrom('forum_posts as post')
      .innerJoin('forum_topics as topic', 'topic.id', 'post.topic_id')
      .select(['post.id', 'post.topic_id', 'post.number', 'post.author_id', 'post.deleted_at', 'post.hidden_by', 'topic.category_id'])
      .where('post.id', '=', postId)
      .forNoKeyUpdate('post')
      .executeTakeFirst();
  }

  async setHiddenBy(tx: ForumTx, postId: string, decisionId: string | null): Promise<void> {
    await tx.db.updateTable('forum_posts').set({ hidden_by: decisionId }).where('id', '=', postId).execute();
  }
}
