import { Controller } from '@nestjs/common';
import { auth, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext } from '@unityplan/service-kit';
import { ResetRequestsService } from './reset-requests.service.ts';
import { ResetsService } from './resets.service.ts';

@Controller()
export class ResetsController {
  constructor(
    private readonly requests: ResetRequestsService,
    private readonly resets: ResetsService,
  ) {}

  @Route(auth.requestPasswordReset)
  requestPasswordReset(@In() input: RouteInput<typeof auth.requestPasswordReset>, @Ctx() call: CallContext) {
    return this.requests.request(input.body.email, call);
  }

  @Route(auth.resetPassword)
  resetPassword(@In() input: RouteInput<typeof auth.resetPassword>, @Ctx() call: CallContext) {
    return this.resets.complete(input.body.token, input.body.password, call.territory);
  }
}
