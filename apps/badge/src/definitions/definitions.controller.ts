import { Controller } from '@nestjs/common';
import { badge as badges, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { BadgePage } from './badge-page.views.ts';
import { DefinitionsService } from './definitions.service.ts';

@Controller()
export class DefinitionsController {
  constructor(
    private readonly definitions: DefinitionsService,
    private readonly pages: BadgePage,
  ) {}

  @Route(badges.listBadges)
  list(@In() { query }: RouteInput<typeof badges.listBadges>, @Ctx() call: CallContext) {
    return this.pages.list(call, query);
  }

  @Route(badges.getBadge)
  get(@In() { params }: RouteInput<typeof badges.getBadge>, @Ctx() call: CallContext) {
    return this.pages.get(call, params.badge);
  }

  @Route(badges.defineBadge)
  define(@In() { body }: RouteInput<typeof badges.defineBadge>, @Ctx() call: MemberContext) {
    return this.definitions.define(call, body);
  }

  @Route(badges.changeBadge)
  change(@In() { params, body }: RouteInput<typeof badges.changeBadge>, @Ctx() call: MemberContext) {
    return this.definitions.change(call, params.badge, body);
  }
}
