import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { ForumTx } from '../db/schema.ts';
import { seenUpTo } from './read-state.policy.ts';

@Injectable()
export class ReadingRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Raises the highest number seen, to no more than there is; it never goes down. False when the topic is not in that category. */
  async raise(tx: ForumTx, memberId: string, topicId: string, categoryId: string, upTo: number): Promise<boolean> {
    const done = await sql`
      insert into forum_topic_reads as seen (member_id, topic_id, up_to)
      select ${memberId}::uuid, id, least(post_count, ${upTo}::int) from forum_topics where id = ${topicId} and category_id = ${categoryId}
      on conflict (member_id, topic_id) do update set up_to = greatest(seen.up_to, excluded.up_to)`.execute(tx.db);
    return done.numAffectedRows === 1n;
  }

  state(tx: ForumTx, memberId: string, topicId: string) {
    return tx.db.selectFrom('forum_topics as topic').select(['topic.post_count', seenUpTo(memberId).as('seen_up_to')]).where('topic.id', '=', topicId).executeTakeFirstOrThrow();
  }

  /** Everything written until now counts as read. */
  async mark(tx: ForumTx, memberId: string, categoryId: string): Promise<void> {
    // The category's latest post may bear the time of a clock that is ahead of this one.
    await sql`insert into forum_category_reads as mark (member_id, category_id, read_at)
      select ${memberId}::uuid, ${categoryId}::uuid, greatest(${new Date(this.clock())}::timestamptz, max(last_activity_at)) from forum_topics where category_id = ${categoryId}
      on conflict (member_id, category_id) do update set read_at = greatest(mark.read_at, excluded.read_at)`.execute(tx.db);
  }
}
