import { Injectable } from '@nestjs/common';
import { lockPost } from '../db/lock-post.ts';
import type { ForumTx } from '../db/schema.ts';

export type JudgedPost = NonNullable<Awaited<ReturnType<HidingRepository['lock']>>>;

@Injectable()
export class HidingRepository {
  /** The post under its lock: everything that moderation does about a post happens one after the other. */
  lock(tx: ForumTx, postId: string) {
    return lockPost(tx, postId).select(['post.id', 'post.topic_id', 'post.number', 'post.author_id', 'post.deleted_at', 'post.hidden_by']).executeTakeFirst();
  }

  async setHiddenBy(tx: ForumTx, postId: string, decisionId: string | null): Promise<void> {
    await tx.db.updateTable('forum_posts').set({ hidden_by: decisionId }).where('id', '=', postId).execute();
  }
}
