import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB, requestHash, type MemberContext } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import { Access, MovedMeanwhile } from '../access/access.views.ts';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import { ForumMetrics } from '../events.ts';
import { whoOf } from '../who.ts';
import { WritingService } from '../writing/writing.service.ts';
import { PostsViews, type PostRow } from './posts.views.ts';
import { RepliesRepository, type NewReply, type Placed } from './replies.repository.ts';

type Body = RouteInput<typeof forum.createPost>['body'];

@Injectable()
export class RepliesService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly repository: RepliesRepository,
    private readonly views: PostsViews,
    private readonly writing: WritingService,
    private readonly outbox: Outbox,
    private readonly metrics: ForumMetrics,
  ) {}

  /**
   * Replies in a topic. The number is taken under the topic's row lock, so numbers have no gap and no double. The right to reply is
   * decided before the transaction for the category where the topic was last seen; if it moved, all is decided anew.
   */
  async create(call: MemberContext, topicId: string, { draftRevision, ...body }: Body): Promise<RouteAnswer<typeof forum.getPost>> {
    const who = whoOf(call);
    const { territory, idempotencyKey: key } = call;
    const request = key === undefined ? undefined : { route: forum.createPost.id, key, hash: requestHash({ topicId, ...body }) };
    const row = await this.access.inTopic(who, 'reply', topicId, async (categoryId) => {
      const postId = v7();
      const text = await this.writing.write(territory, postId, body.markdown);
      const reply = { postId, topicId, categoryId, authorId: call.member.memberId, replyToId: body.replyToPostId ?? null, text, draftRevision, request };
      return this.db.transact(territory, (tx) => this.write(tx, reply));
    });
    return this.views.present(who, row);
  }

  private async write(tx: ForumTx, reply: NewReply): Promise<PostRow> {
    const placed = await this.repository.write(tx, reply);
    if (!placed.taken) return this.earlier(tx, reply);
    if (placed.number === null) throw await this.whyNot(tx, reply);
    if (reply.replyToId && !placed.replied_id) throw new Problem(commonErrors.input_invalid, {}, [{ path: 'body.replyToPostId', message: 'This post is not in this topic' }]);
    const { postId, topicId, categoryId, authorId, text } = reply;
    await this.outbox.publish(tx, forum.postCreated, {
      postId, topicId, categoryId, authorId, number: placed.number, topicAuthorId: placed.topic_author_id!, replyToPostId: reply.replyToId,
      replyToAuthorId: placed.replied_deleted_at ? null : placed.replied_author_id, mentionedIds: [...text.mentionedIds],
    });
    tx.onCommit(() => this.metrics.postChanged('reply'));
    return rowOf(reply, placed, placed.number);
  }

  /** The same request came before: its answer is the post it made. */
  private async earlier(tx: ForumTx, { authorId, request }: NewReply): Promise<PostRow> {
    const { body_hash, resource_id } = await this.repository.earlier(tx, authorId, request!);
    if (body_hash !== request!.hash) throw new Problem(commonErrors.idempotency_key_reused);
    return (await this.views.row(tx.db, { territory: tx.territory, memberId: authorId }, resource_id))!;
  }

  private async whyNot(tx: ForumTx, { topicId, categoryId }: NewReply): Promise<Error> {
    const topic = await this.repository.topic(tx, topicId);
    if (!topic) return new Problem(commonErrors.not_found);
    return topic.category_id === categoryId ? new Problem(forum.forumErrors.topic_closed) : new MovedMeanwhile();
  }
}

/** What reading it back would give, without reading it back. */
function rowOf({ postId, topicId, categoryId, authorId, text }: NewReply, { at, replied_id, replied_number, replied_author_id }: Placed, number: number): PostRow {
  return {
    id: postId, topic_id: topicId, category_id: categoryId, number, author_id: authorId, created_at: at!, edited_at: null, revision: 1, deleted_at: null,
    html: text.html, markdown: text.markdown, score: 0, own_vote: null, hidden_by: null, replied_id, replied_number, replied_author_id,
  };
}
