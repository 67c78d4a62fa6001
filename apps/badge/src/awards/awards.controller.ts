import { Controller } from '@nestjs/common';
import { badge as badges, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { AwardsService } from './awards.service.ts';
import { AwardsViews } from './awards.views.ts';

@Controller()
export class AwardsController {
  constructor(
    private readonly awards: AwardsService,
    private readonly views: AwardsViews,
  ) {}

  @Route(badges.listOwnAwards)
  own(@In() { query }: RouteInput<typeof badges.listOwnAwards>, @Ctx() call: MemberContext) {
    return this.views.own(call.territory, call.member.memberId, query);
  }

  @Route(badges.listMemberBadges)
  shown(@In() { params, query }: RouteInput<typeof badges.listMemberBadges>, @Ctx() call: MemberContext) {
    return this.views.shown(call.territory, params.memberId, query);
  }

  @Route(badges.listHolders)
  holders(@In() { params, query }: RouteInput<typeof badges.listHolders>, @Ctx() call: MemberContext) {
    return this.views.holders(call.territory, params.badge, query);
  }

  @Route(badges.createAward)
  create(@In() { params, body }: RouteInput<typeof badges.createAward>, @Ctx() call: MemberContext) {
    return this.awards.create(call, params.badge, body);
  }

  @Route(badges.revokeAward)
  revoke(@In() { params, body }: RouteInput<typeof badges.revokeAward>, @Ctx() call: MemberContext) {
    return this.awards.revoke(call, params.awardId, body.reason);
  }
}
