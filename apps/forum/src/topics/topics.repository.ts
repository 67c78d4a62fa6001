import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import type { ForumTx } from '../db/schema.ts';

@Injectable()
export class TopicsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Counts a new topic in its category; false when there is no such category. */
  async countTopic(tx: ForumTx, categoryId: string): Promise<boolean> {
    const counted = await tx.db
      .updateTable('forum_categories')
      .set((eb) => ({ topic_count: eb('topic_count', '+', 1) }))
      .where('id', '=', categoryId)
      .executeTakeFirst();
    return counted.numUpdatedRows === 1n;
  }

  /** A topic without posts; its first one must follow in the same transaction. */
  async insert(tx: ForumTx, topic: { topicId: string; categoryId: string; authorId: string; title: string; slug: string }): Promise<void> {
    const now = new Date(this.clock());
    await tx.db
      .insertInto('forum_topics')
      .values({
        id: topic.topicId,
        category_id: topic.categoryId,
        author_id: topic.authorId,
        title: topic.title,
        slug: topic.slug,
        created_at: now,
        last_activity_at: now,
        last_author_id: topic.authorId,
      })
      .execute();
  }
}
