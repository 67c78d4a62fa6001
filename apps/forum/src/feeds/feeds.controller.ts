import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext } from '@unityplan/service-kit';
import { FeedsViews } from './feeds.views.ts';

@Controller()
export class FeedsController {
  constructor(private readonly views: FeedsViews) {}

  @Route(forum.getTerritoryFeed)
  territory(@In() { query }: RouteInput<typeof forum.getTerritoryFeed>, @Ctx() call: CallContext) {
    return this.views.ofTerritory(call.territory, query.language ?? call.language);
  }

  @Route(forum.getCategoryFeed)
  category(@In() { params, query }: RouteInput<typeof forum.getCategoryFeed>, @Ctx() call: CallContext) {
    return this.views.ofCategory(call.territory, params.categoryId, query.language ?? call.language);
  }
}
