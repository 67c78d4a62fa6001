import { Controller } from '@nestjs/common';
import { auth, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { AccountsViews } from './accounts.views.ts';

@Controller()
export class AccountsHandlers {
  constructor(private readonly accounts: AccountsViews) {}

  @Answers(auth.mailAddress)
  mailAddress(input: RpcInput<typeof auth.mailAddress>, context: AnswerContext) {
    return this.accounts.mailAddress(context.territory, input.memberId);
  }
}
