import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { TopicsService } from './topics.service.ts';
import { TopicsViews } from './topics.views.ts';

@Controller()
export class TopicsController {
  constructor(
    private readonly topics: TopicsService,
    private readonly views: TopicsViews,
  ) {}

  @Route(forum.listTopics)
  list(@In() { query }: RouteInput<typeof forum.listTopics>, @Ctx() call: CallContext) {
    return this.views.list(call.territory, query);
  }

  @Route(forum.createTopic)
  create(@In() { body }: RouteInput<typeof forum.createTopic>, @Ctx() call: MemberContext) {
    return this.topics.create(call, body);
  }

  @Route(forum.getTopic)
  get(@In() { params }: RouteInput<typeof forum.getTopic>, @Ctx() call: CallContext) {
    return this.views.get(call.territory, params.topicId);
  }
}
