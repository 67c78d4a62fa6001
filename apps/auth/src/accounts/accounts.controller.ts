import { Controller } from '@nestjs/common';
import { auth, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext } from '@unityplan/service-kit';
import { RegistrationService } from './registration.service.ts';
import { VerificationService } from './verification.service.ts';

@Controller()
export class AccountsController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly verification: VerificationService,
  ) {}

  @Route(auth.register)
  register(@In() input: RouteInput<typeof auth.register>, @Ctx() call: CallContext) {
    return this.registration.register(input.body, call);
  }

  @Route(auth.requestVerification)
  requestVerification(@In() input: RouteInput<typeof auth.requestVerification>, @Ctx() call: CallContext) {
    return this.verification.request(input.body.email, call);
  }

  @Route(auth.verifyEmail)
  verifyEmail(@In() input: RouteInput<typeof auth.verifyEmail>, @Ctx() call: CallContext) {
    return this.verification.complete(input.body.token, call.territory);
  }
}
