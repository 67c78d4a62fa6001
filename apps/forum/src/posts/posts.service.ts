import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB, once, type MemberContext } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import { ForumMetrics } from '../events.ts';
import { WritingService } from '../writing/writing.service.ts';
import { newlyMentioned, whyNotDelete, whyNotEdit } from './posts.policy.ts';
import { PostsRepository, type NewPost, type Placed } from './posts.repository.ts';
import { PostsViews } from './posts.views.ts';

type Reply = RouteInput<typeof forum.createPost>['body'];
type Edit = RouteInput<typeof forum.editPost>['body'];
type Answer = RouteAnswer<typeof forum.getPost>;

@Injectable()
export class PostsService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly repository: PostsRepository,
    private readonly views: PostsViews,
    private readonly writing: WritingService,
    private readonly outbox: Outbox,
    private readonly metrics: ForumMetrics,
  ) {}

  /** Replies in a topic. The number is taken under the topic's row lock, so numbers have no gap and no double. */
  async create(call: MemberContext, topicId: string, body: Reply): Promise<Answer> {
    const postId = v7();
    const { memberId } = call.member;
    const text = await this.writing.write(call.territory, postId, body.markdown);
    const row = await this.db.transact(call.territory, async (tx) => {
      const request = { table: 'forum_requests', memberId, route: forum.createPost.id, key: call.idempotencyKey, body: { topicId, ...body } };
      const id = await once(tx.db as never, request, () => this.reply(tx, { topicId, postId, authorId: memberId, replyToId: body.replyToPostId ?? null, text }));
      return this.views.row(tx.db, id);
    });
    return this.views.present(call.territory, row!);
  }

  /** Changes the text; what it was stays in the history. Saving the same text again changes nothing. */
  async edit(call: MemberContext, postId: string, body: Edit): Promise<Answer> {
    const text = await this.writing.write(call.territory, postId, body.markdown);
    const row = await this.db.transact(call.territory, async (tx) => {
      const post = await this.repository.lock(tx, postId);
      if (!post) throw new Problem(commonErrors.not_found);
      const refusal = whyNotEdit(post, call.member.memberId);
      if (refusal) throw new Problem(refusal);
      if (post.markdown !== text.markdown) {
        if (post.revision !== body.revision) throw new Problem(forum.forumErrors.post_changed_meanwhile, { revision: post.revision });
        const newlyMentionedIds = newlyMentioned(post.mentioned_ids, text.mentionedIds);
        const revision = await this.repository.replaceText(tx, post, text, body.reason ?? null, newlyMentionedIds);
        await this.outbox.publish(tx, forum.postEdited, {
          postId, topicId: post.topic_id, categoryId: post.category_id, authorId: post.author_id, number: post.number, revision, newlyMentionedIds,
        });
        tx.onCommit(() => this.metrics.postChanged('edit'));
      }
      return this.views.row(tx.db, postId);
    });
    return this.views.present(call.territory, row!);
  }

  /** Leaves a marker in the place of a post. Harmless when it is one already. */
  async delete(call: MemberContext, postId: string): Promise<void> {
    await this.db.transact(call.territory, async (tx) => {
      const post = await this.repository.lock(tx, postId);
      if (!post) throw new Problem(commonErrors.not_found);
      const refusal = whyNotDelete(post, call.member.memberId);
      if (refusal) throw new Problem(refusal);
      if (post.deleted_at) return;
      await this.repository.markDeleted(tx, postId);
      await this.outbox.publish(tx, forum.postDeleted, {
        postId, topicId: post.topic_id, categoryId: post.category_id, authorId: post.author_id, number: post.number,
      });
      tx.onCommit(() => this.metrics.postChanged('delete'));
    });
  }

  /** Puts a post at the end of its topic. The caller publishes, in the same transaction. Throws `not_found` without the topic. */
  async append(tx: ForumTx, post: NewPost): Promise<Placed> {
    const place = await this.repository.takePlace(tx, post);
    if (!place) throw new Problem(commonErrors.not_found);
    await this.repository.insert(tx, post, place);
    tx.onCommit(() => this.metrics.postChanged(place.number === 1 ? 'topic' : 'reply'));
    return place;
  }

  private async reply(tx: ForumTx, post: NewPost): Promise<string> {
    const replyTo = post.replyToId ? await this.repository.find(tx, post.topicId, post.replyToId) : undefined;
    const { number, topic } = await this.append(tx, post);
    if (post.replyToId && !replyTo) throw new Problem(commonErrors.input_invalid, {}, [{ path: 'body.replyToPostId', message: 'This post is not in this topic' }]);
    await this.outbox.publish(tx, forum.postCreated, {
      postId: post.postId, topicId: post.topicId, categoryId: topic.categoryId, authorId: post.authorId, number, topicAuthorId: topic.authorId,
      replyToPostId: post.replyToId, replyToAuthorId: replyTo && !replyTo.deleted_at ? replyTo.author_id : null, mentionedIds: [...post.text.mentionedIds],
    });
    return post.postId;
  }
}
