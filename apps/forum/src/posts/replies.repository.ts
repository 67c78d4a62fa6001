import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { ForumTx } from '../db/schema.ts';
import { deletePostedDraft, draftPlaceOf } from '../drafts/drafts.policy.ts';
import type { WrittenText } from '../writing/writing.service.ts';

export interface NewReply {
  readonly postId: string;
  readonly topicId: string;
  readonly categoryId: string;
  readonly authorId: string;
  readonly replyToId: string | null;
  readonly text: WrittenText;
  readonly draftRevision: number | undefined;
  /** The key of the request and the hash of its body, when the caller sent one. */
  readonly request: { readonly route: string; readonly key: string; readonly hash: string } | undefined;
}

/** What became of it. `taken` is false when the request's key was used before; without `number` the topic is not there, not open or elsewhere. */
export interface Placed {
  readonly taken: boolean;
  readonly number: number | null;
  readonly at: Date | null;
  readonly topic_author_id: string | null;
  readonly replied_id: string | null;
  readonly replied_number: number | null;
  readonly replied_author_id: string | null;
  readonly replied_deleted_at: Date | null;
}

@Injectable()
export class RepliesRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Everything about a reply in one statement: its key is taken, then the next number of the topic, whose row stays locked until the end
   * of the transaction; the post is written, the draft it came of is gone, and who had read everything has read this too.
   */
  async write(tx: ForumTx, reply: NewReply): Promise<Placed> {
    const { postId, topicId, categoryId, authorId, replyToId, text, request } = reply;
    const now = new Date(this.clock());
    const taken = request
      ? sql`insert into forum_requests (member_id, route, idempotency_key, body_hash, resource_id)
          values (${authorId}, ${request.route}, ${request.key}, ${request.hash}, ${postId}) on conflict do nothing returning 1`
      : sql`select 1`;
    const { rows } = await sql<Placed>`
      with taken as (${taken}),
      topic as (
        -- The time never goes backwards, also when clocks of two processes differ: readers page along it.
        update forum_topics set post_count = post_count + 1, last_activity_at = greatest(last_activity_at, ${now}::timestamptz), last_author_id = ${authorId}
        where id = ${topicId} and category_id = ${categoryId} and closed_by is null and exists (select from taken)
        returning post_count, last_activity_at, author_id
      ),
      replied as (select id, number, author_id, deleted_at from forum_posts where id = ${replyToId}::uuid and topic_id = ${topicId}),
      post as (
        insert into forum_posts (id, topic_id, number, author_id, reply_to_id, created_at, markdown, html, excerpt, render_version, mentioned_ids)
        select ${postId}::uuid, ${topicId}::uuid, post_count, ${authorId}::uuid, (select id from replied), last_activity_at, ${text.markdown}, ${text.html}, ${text.excerpt},
          ${text.renderVersion}::int, ${[...text.mentionedIds]}::uuid[] from topic
      ),
      draft as (${deletePostedDraft(authorId, draftPlaceOf('reply', topicId), reply.draftRevision, 'topic')}),
      seen as (update forum_topic_reads set up_to = post_count from topic where member_id = ${authorId} and topic_id = ${topicId} and up_to = post_count - 1)
      select exists (select from taken) as taken, topic.post_count as number, topic.last_activity_at as at, topic.author_id as topic_author_id,
        replied.id as replied_id, replied.number as replied_number, replied.author_id as replied_author_id, replied.deleted_at as replied_deleted_at
      from (select) as one left join topic on true left join replied on true`.execute(tx.db);
    return rows[0]!;
  }

  /** The earlier request with this key. */
  earlier(tx: ForumTx, memberId: string, request: NonNullable<NewReply['request']>) {
    return tx.db
      .selectFrom('forum_requests')
      .select(['body_hash', 'resource_id'])
      .where('member_id', '=', memberId)
      .where('route', '=', request.route)
      .where('idempotency_key', '=', request.key)
      .executeTakeFirstOrThrow();
  }

  topic(tx: ForumTx, topicId: string) {
    return tx.db.selectFrom('forum_topics').select(['category_id', 'closed_by']).where('id', '=', topicId).executeTakeFirst();
  }
}
