import { Inject, Injectable } from '@nestjs/common';
import type { Gate } from '@unityplan/contracts';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { ForumTx } from '../db/schema.ts';
import { deletePostedDraft, draftPlaceOf } from '../drafts/drafts.policy.ts';
import type { WrittenText } from '../writing/writing.service.ts';

export interface NewTopic {
  readonly topicId: string;
  readonly postId: string;
  readonly categoryId: string;
  readonly authorId: string;
  readonly title: string;
  readonly slug: string;
  readonly text: WrittenText;
  readonly draftRevision: number | undefined;
}

@Injectable()
export class TopicsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * In one statement: a topic with its first post, counted in its category and read by its author, and the draft it came of is gone.
   * Answers the category's gate for readers; undefined when there is no such category.
   */
  async open(tx: ForumTx, topic: NewTopic): Promise<{ readonly read: Gate } | undefined> {
    const { topicId, postId, categoryId, authorId, title, slug, text } = topic;
    const now = new Date(this.clock());
    const { rows } = await sql<{ read: Gate }>`
      with category as (update forum_categories set topic_count = topic_count + 1 where id = ${categoryId} returning gate_read),
      topic as (
        insert into forum_topics (id, category_id, author_id, title, slug, created_at, post_count, last_activity_at, last_author_id)
        select ${topicId}::uuid, ${categoryId}::uuid, ${authorId}::uuid, ${title}, ${slug}, ${now}::timestamptz, 1, ${now}::timestamptz, ${authorId}::uuid from category
      ), post as (
        insert into forum_posts (id, topic_id, number, author_id, created_at, markdown, html, excerpt, render_version, mentioned_ids)
        select ${postId}::uuid, ${topicId}::uuid, 1, ${authorId}::uuid, ${now}::timestamptz, ${text.markdown}, ${text.html}, ${text.excerpt}, ${text.renderVersion}::int,
          ${[...text.mentionedIds]}::uuid[] from category
      ), seen as (insert into forum_topic_reads (member_id, topic_id, up_to) select ${authorId}::uuid, ${topicId}::uuid, 1 from category),
      draft as (${deletePostedDraft(authorId, draftPlaceOf('topic', categoryId), topic.draftRevision, 'category')})
      select gate_read as read from category`.execute(tx.db);
    return rows[0];
  }
}
