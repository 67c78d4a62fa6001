import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { CLOCK, DB, type Clock, type MemberContext } from '@unityplan/service-kit';
import { Access, MovedMeanwhile } from '../access/access.views.ts';
import { PlacesViews } from '../access/places.views.ts';
import { DecisionsService, type Moderator } from '../decisions/decisions.service.ts';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import { changeNames, changesNothing } from './topic-changes.policy.ts';
import { TopicChangesRepository, type LockedTopic } from './topic-changes.repository.ts';
import { TopicPageViews } from './topic-page.views.ts';

type Change = RouteInput<typeof forum.changeTopic>['body'];

/** Moderators pin, close and move topics, each time by a decision that stands in the log. */
@Injectable()
export class TopicChangesService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly places: PlacesViews,
    private readonly repository: TopicChangesRepository,
    private readonly decisions: DecisionsService,
    private readonly pages: TopicPageViews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async change(call: MemberContext, topicId: string, body: Change): Promise<RouteAnswer<typeof forum.changeTopic>> {
    const { memberId } = call.member;
    const who = { territory: call.territory, memberId };
    if (body.change === 'pin' && body.until !== null && Date.parse(body.until) <= this.clock())
      throw new Problem(commonErrors.input_invalid, {}, [{ path: 'body.until', message: 'Choose a time to come, or null' }]);
    await this.access.at(who, 'moderate', () => this.places.categoryOf(call.territory, topicId), async (categoryId) => {
      if (body.change === 'move') await this.access.require(who, body.categoryId, 'moderate');
      const moderator = { memberId, role: await this.access.roleOf(who, categoryId) };
      await this.db.transact(call.territory, async (tx) => {
        const topic = await this.repository.lock(tx, topicId);
        if (topic?.category_id !== categoryId) throw new MovedMeanwhile();
        if (changesNothing(topic, body, this.clock())) throw new Problem(forum.moderationErrors.topic_unchanged);
        await this.decide(tx, topic, body, moderator);
      });
    });
    this.places.forgetHint(call.territory, topicId);
    return this.pages.get(who, topicId);
  }

  private async decide(tx: ForumTx, topic: LockedTopic, body: Change, moderator: Moderator): Promise<void> {
    const change = changeNames[body.change];
    const moved = body.change === 'move' ? { moved: { fromCategoryId: topic.category_id, toCategoryId: body.categoryId } } : {};
    const ruling = {
      moderator, action: `topic_${change}` as const, rule: null, reason: body.reason ?? null, topicId: topic.id, postId: null, authorId: topic.author_id, ...moved,
    };
    const facts = { topicId: topic.id, authorId: topic.author_id, change, categoryId: moved.moved?.toCategoryId ?? topic.category_id, fromCategoryId: moved.moved?.fromCategoryId ?? null };
    await this.decisions.record(tx, ruling, (decisionId) => this.apply(tx, topic, body, decisionId), [[forum.topicChanged, (decided) => ({ ...facts, ...decided })]]);
  }

  private apply(tx: ForumTx, topic: LockedTopic, body: Change, decisionId: string): Promise<void> {
    switch (body.change) {
      case 'pin':
        return this.repository.set(tx, topic.id, this.repository.pinnedUntil(body.until === null ? null : new Date(body.until)));
      case 'unpin':
        return this.repository.set(tx, topic.id, { pinned_at: null, pinned_until: null });
      case 'close':
        return this.repository.set(tx, topic.id, { closed_by: decisionId });
      case 'open':
        return this.repository.set(tx, topic.id, { closed_by: null });
      case 'move':
        return this.repository.move(tx, topic, body.categoryId);
    }
  }
}
