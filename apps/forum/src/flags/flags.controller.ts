import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { FlagsService } from './flags.service.ts';
import { FlagsViews } from './flags.views.ts';
import { memberOf } from '../who.ts';

@Controller()
export class FlagsController {
  constructor(
    private readonly flags: FlagsService,
    private readonly views: FlagsViews,
  ) {}

  @Route(forum.flagPost)
  flag(@In() { params, body }: RouteInput<typeof forum.flagPost>, @Ctx() call: MemberContext) {
    return this.flags.flag(call, params.postId, body);
  }

  @Route(forum.listOwnFlags)
  listOwn(@In() { query }: RouteInput<typeof forum.listOwnFlags>, @Ctx() call: MemberContext) {
    return this.views.listOwn(memberOf(call), query);
  }
}
