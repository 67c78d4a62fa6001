import { Controller } from '@nestjs/common';
import { notification, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { WatchLevelsService } from './watch-levels.service.ts';
import { WatchLevelsViews } from './watch-levels.views.ts';

@Controller()
export class WatchLevelsController {
  constructor(
    private readonly levels: WatchLevelsService,
    private readonly views: WatchLevelsViews,
  ) {}

  @Route(notification.listWatchLevels)
  list(@In() { query }: RouteInput<typeof notification.listWatchLevels>, @Ctx() call: MemberContext) {
    return this.views.list(call, query);
  }

  @Route(notification.getTopicWatch)
  topic(@In() { params }: RouteInput<typeof notification.getTopicWatch>, @Ctx() call: MemberContext) {
    return this.views.ofTopic(call, params.topicId);
  }

  @Route(notification.setTopicWatch)
  setTopic(@In() { params, body }: RouteInput<typeof notification.setTopicWatch>, @Ctx() call: MemberContext) {
    return this.levels.setTopic(call, params.topicId, body.level);
  }

  @Route(notification.clearTopicWatch)
  clearTopic(@In() { params }: RouteInput<typeof notification.clearTopicWatch>, @Ctx() call: MemberContext) {
    return this.levels.clearTopic(call, params.topicId);
  }

  @Route(notification.getCategoryWatch)
  category(@In() { params }: RouteInput<typeof notification.getCategoryWatch>, @Ctx() call: MemberContext) {
    return this.views.ofCategory(call, params.categoryId);
  }

  @Route(notification.setCategoryWatch)
  setCategory(@In() { params, body }: RouteInput<typeof notification.setCategoryWatch>, @Ctx() call: MemberContext) {
    return this.levels.setCategory(call, params.categoryId, body.level);
  }

  @Route(notification.clearCategoryWatch)
  clearCategory(@In() { params }: RouteInput<typeof notification.clearCategoryWatch>, @Ctx() call: MemberContext) {
    return this.levels.clearCategory(call, params.categoryId);
  }
}
