import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { slugOf } from '@unityplan/markdown';
import { Outbox } from '@unityplan/messaging';
import { DB, once, type MemberContext } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import { Access } from '../access/access.views.ts';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import { ForumMetrics } from '../events.ts';
import { whoOf } from '../who.ts';
import { WritingService } from '../writing/writing.service.ts';
import { TopicsRepository, type NewTopic } from './topics.repository.ts';
import { TopicsViews } from './topics.views.ts';

type Body = RouteInput<typeof forum.createTopic>['body'];

@Injectable()
export class TopicsService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly repository: TopicsRepository,
    private readonly views: TopicsViews,
    private readonly writing: WritingService,
    private readonly outbox: Outbox,
    private readonly metrics: ForumMetrics,
  ) {}

  /** Opens a topic with its first post; both and their event commit together, or nothing does. */
  async create(call: MemberContext, { draftRevision, ...body }: Body): Promise<RouteAnswer<typeof forum.createTopic>> {
    const who = whoOf(call);
    const { memberId } = call.member;
    await this.access.require(who, body.categoryId, 'create');
    const [topicId, postId] = [v7(), v7()];
    const text = await this.writing.write(call.territory, postId, body.markdown);
    const topic = { topicId, postId, categoryId: body.categoryId, authorId: memberId, title: body.title, slug: slugOf(body.title, 'topic'), text, draftRevision };
    const opened = await this.db.transact(call.territory, async (tx) => {
      const request = { table: 'forum_requests', memberId, route: forum.createTopic.id, key: call.idempotencyKey, body, madeId: topicId };
      return this.views.withFirstPost(tx.db, who, await once(tx.db, request, () => this.open(tx, topic)));
    });
    return this.views.present(who, opened);
  }

  private async open(tx: ForumTx, topic: NewTopic): Promise<string> {
    const { topicId, postId, categoryId, authorId, text } = topic;
    const category = await this.repository.open(tx, topic);
    if (!category) throw new Problem(commonErrors.not_found);
    const gated = category.read.rule !== 'everyone';
    await this.outbox.publish(tx, forum.topicCreated, { topicId, categoryId, authorId, postId, mentionedIds: [...text.mentionedIds], gated });
    tx.onCommit(() => this.metrics.postChanged('topic'));
    return topicId;
  }
}
