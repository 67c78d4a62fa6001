import { Controller } from '@nestjs/common';
import { badge as badges, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext } from '@unityplan/service-kit';
import { AccessViews } from './access.views.ts';

@Controller()
export class AccessController {
  constructor(private readonly access: AccessViews) {}

  @Route(badges.checkOwnAccess)
  check(@In() { body }: RouteInput<typeof badges.checkOwnAccess>, @Ctx() call: CallContext) {
    return this.access.verdict(call.territory, call.member?.memberId ?? null, body.gate, call.territory);
  }
}
