import { Controller } from '@nestjs/common';
import { auth, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { MailTokensService } from './mail-tokens.service.ts';

@Controller()
export class MailTokensHandlers {
  constructor(private readonly mailTokens: MailTokensService) {}

  @Answers(auth.mailToken)
  mailToken(input: RpcInput<typeof auth.mailToken>, context: AnswerContext) {
    return this.mailTokens.make(context.territory, input.memberId, input.purpose);
  }
}
