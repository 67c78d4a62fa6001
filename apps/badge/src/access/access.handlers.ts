import { Controller } from '@nestjs/common';
import { badge as badges, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { HoldingsViews } from '../awards/holdings.views.ts';
import { AccessViews } from './access.views.ts';

/** What every service asks when it decides who may do what. */
@Controller()
export class AccessHandlers {
  constructor(
    private readonly holdings: HoldingsViews,
    private readonly access: AccessViews,
  ) {}

  @Answers(badges.getHoldings)
  async getHoldings(input: RpcInput<typeof badges.getHoldings>, context: AnswerContext) {
    const found = await this.holdings.of(context.territory, input.memberIds);
    return { holders: [...found].map(([memberId, holdings]) => ({ memberId, holdings })) };
  }

  @Answers(badges.listRoleHolders)
  async listRoleHolders(input: RpcInput<typeof badges.listRoleHolders>, context: AnswerContext) {
    return { memberIds: await this.holdings.holdersOf(context.territory, input.badges) };
  }

  @Answers(badges.checkAccess)
  checkAccess({ memberId, gate, place }: RpcInput<typeof badges.checkAccess>, context: AnswerContext) {
    return this.access.verdict(context.territory, memberId, gate, place);
  }
}
