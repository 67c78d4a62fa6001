import { Controller } from '@nestjs/common';
import { user, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { ProfilesService } from './profiles.service.ts';
import { ProfilesViews } from './profiles.views.ts';

@Controller()
export class ProfilesController {
  constructor(
    private readonly profiles: ProfilesService,
    private readonly views: ProfilesViews,
  ) {}

  @Route(user.getOwnProfile)
  getOwnProfile(@Ctx() call: MemberContext) {
    return this.views.own(call.territory, call.member.memberId);
  }

  @Route(user.updateOwnProfile)
  updateOwnProfile(@In() input: RouteInput<typeof user.updateOwnProfile>, @Ctx() call: MemberContext) {
    return this.profiles.update(input.body, call);
  }

  @Route(user.getProfile)
  getProfile(@In() input: RouteInput<typeof user.getProfile>, @Ctx() call: MemberContext) {
    return this.views.byHandle(call.territory, input.params.handle);
  }
}
