import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { whoOf } from '../who.ts';
import { TopicChangesService } from './topic-changes.service.ts';
import { TopicPageViews } from './topic-page.views.ts';
import { TopicsService } from './topics.service.ts';
import { TopicsViews } from './topics.views.ts';

@Controller()
export class TopicsController {
  constructor(
    private readonly topics: TopicsService,
    private readonly changes: TopicChangesService,
    private readonly views: TopicsViews,
    private readonly pages: TopicPageViews,
  ) {}

  @Route(forum.listTopics)
  list(@In() { query }: RouteInput<typeof forum.listTopics>, @Ctx() call: CallContext) {
    return this.views.list(whoOf(call), query);
  }

  @Route(forum.createTopic)
  create(@In() { body }: RouteInput<typeof forum.createTopic>, @Ctx() call: MemberContext) {
    return this.topics.create(call, body);
  }

  @Route(forum.getTopic)
  get(@In() { params }: RouteInput<typeof forum.getTopic>, @Ctx() call: CallContext) {
    return this.pages.get(whoOf(call), params.topicId);
  }

  @Route(forum.changeTopic)
  change(@In() { params, body }: RouteInput<typeof forum.changeTopic>, @Ctx() call: MemberContext) {
    return this.changes.change(call, params.topicId, body);
  }
}
