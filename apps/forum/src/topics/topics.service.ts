import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { slugOf } from '@unityplan/markdown';
import { Outbox } from '@unityplan/messaging';
import { DB, once, type MemberContext } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import { PostsService } from '../posts/posts.service.ts';
import { WritingService, type WrittenText } from '../writing/writing.service.ts';
import { TopicsRepository } from './topics.repository.ts';
import { TopicsViews } from './topics.views.ts';

type NewTopic = RouteInput<typeof forum.createTopic>['body'];

@Injectable()
export class TopicsService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly repository: TopicsRepository,
    private readonly views: TopicsViews,
    private readonly posts: PostsService,
    private readonly writing: WritingService,
    private readonly outbox: Outbox,
  ) {}

  /** Opens a topic with its first post; both and their event commit together, or nothing does. */
  async create(call: MemberContext, body: NewTopic): Promise<RouteAnswer<typeof forum.createTopic>> {
    const ids = { topicId: v7(), postId: v7() };
    const text = await this.writing.write(call.territory, ids.postId, body.markdown);
    const opened = await this.db.transact(call.territory, async (tx) => {
      const request = { table: 'forum_requests', memberId: call.member.memberId, route: forum.createTopic.id, key: call.idempotencyKey, body };
      const topicId = await once(tx.db as never, request, () => this.open(tx, call.member.memberId, body, ids, text));
      return this.views.withFirstPost(tx.db, topicId);
    });
    return this.views.present(call.territory, opened);
  }

  private async open(tx: ForumTx, authorId: string, body: NewTopic, ids: { topicId: string; postId: string }, text: WrittenText): Promise<string> {
    const { topicId, postId } = ids;
    const { categoryId, title } = body;
    if (!(await this.repository.countTopic(tx, categoryId))) throw new Problem(commonErrors.not_found);
    await this.repository.insert(tx, { topicId, categoryId, authorId, title, slug: slugOf(title, 'topic') });
    await this.posts.append(tx, { topicId, postId, authorId, replyToId: null, text });
    await this.outbox.publish(tx, forum.topicCreated, { topicId, categoryId, authorId, postId, mentionedIds: [...text.mentionedIds] });
    return topicId;
  }
}
