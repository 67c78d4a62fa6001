import { Controller } from '@nestjs/common';
import { auth, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { RefreshService } from './refresh.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SessionsViews } from './sessions.views.ts';
import { SignInService } from './sign-in.service.ts';

@Controller()
export class SessionsController {
  constructor(
    private readonly signIns: SignInService,
    private readonly refreshes: RefreshService,
    private readonly sessions: SessionsService,
    private readonly views: SessionsViews,
  ) {}

  @Route(auth.signIn)
  signIn(@In() input: RouteInput<typeof auth.signIn>, @Ctx() call: CallContext) {
    return this.signIns.signIn(input.body, call);
  }

  @Route(auth.refresh)
  refresh(@In() input: RouteInput<typeof auth.refresh>, @Ctx() call: CallContext) {
    return this.refreshes.refresh(input.body.refreshToken, call);
  }

  @Route(auth.signOut)
  signOut(@Ctx() call: CallContext) {
    return this.sessions.signOut(call);
  }

  @Route(auth.listSessions)
  listSessions(@Ctx() call: MemberContext) {
    return this.views.open(call.territory, call.member);
  }

  @Route(auth.revokeSession)
  revokeSession(@In() input: RouteInput<typeof auth.revokeSession>, @Ctx() call: MemberContext) {
    return this.sessions.revoke(input.params.sessionId, call);
  }
}
