import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql, type Updateable } from 'kysely';
import type { ForumTx } from '../db/schema.ts';
import type { TopicsTable } from '../db/topics.table.ts';

export type LockedTopic = NonNullable<Awaited<ReturnType<TopicChangesRepository['lock']>>>;

@Injectable()
export class TopicChangesRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  lock(tx: ForumTx, topicId: string) {
    return tx.db
      .selectFrom('forum_topics')
      .select(['id', 'category_id', 'author_id', 'closed_by', 'pinned_at', 'pinned_until'])
      .where('id', '=', topicId)
      .forNoKeyUpdate()
      .executeTakeFirst();
  }

  async set(tx: ForumTx, topicId: string, values: Updateable<TopicsTable>): Promise<void> {
    await tx.db.updateTable('forum_topics').set(values).where('id', '=', topicId).execute();
  }

  pinnedUntil(until: Date | null): Updateable<TopicsTable> {
    return { pinned_at: new Date(this.clock()), pinned_until: until };
  }

  /** Puts a topic into another category, and counts it there. A pin belongs to the category it was set in. Categories are locked in one order by everyone. */
  async move(tx: ForumTx, topic: LockedTopic, toCategoryId: string): Promise<void> {
    const both = [topic.category_id, toCategoryId].toSorted();
    await sql`select from forum_categories where id in (${sql.join(both)}) order by id for no key update`.execute(tx.db);
    await sql`with counted as (
      update forum_categories set topic_count = topic_count + case when id = ${toCategoryId}::uuid then 1 else -1 end where id in (${sql.join(both)})
    ) update forum_topics set category_id = ${toCategoryId}, pinned_at = null, pinned_until = null where id = ${topic.id}`.execute(tx.db);
  }
}
