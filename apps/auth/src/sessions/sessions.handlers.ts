import { Controller } from '@nestjs/common';
import { auth, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { SessionsViews } from './sessions.views.ts';

@Controller()
export class SessionsHandlers {
  constructor(private readonly sessions: SessionsViews) {}

  @Answers(auth.revokedSessions)
  revokedSessions(_input: RpcInput<typeof auth.revokedSessions>, context: AnswerContext) {
    return this.sessions.revoked(context.territory);
  }
}
