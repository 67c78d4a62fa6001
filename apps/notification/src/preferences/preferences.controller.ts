import { Controller } from '@nestjs/common';
import { notification, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { PreferencesService } from './preferences.service.ts';
import { PreferencesViews } from './preferences.views.ts';

@Controller()
export class PreferencesController {
  constructor(
    private readonly preferences: PreferencesService,
    private readonly views: PreferencesViews,
  ) {}

  @Route(notification.getPreferences)
  get(@Ctx() call: MemberContext) {
    return this.views.get(call.territory, call.member.memberId);
  }

  @Route(notification.setPreferences)
  set(@In() { body }: RouteInput<typeof notification.setPreferences>, @Ctx() call: MemberContext) {
    return this.preferences.set(call.territory, call.member.memberId, body);
  }
}
