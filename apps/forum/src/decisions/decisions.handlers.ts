import { Controller } from '@nestjs/common';
import { forum, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { ToldDecisionsViews } from './told-decisions.views.ts';

@Controller()
export class DecisionsHandlers {
  constructor(private readonly views: ToldDecisionsViews) {}

  @Answers(forum.getDecisions)
  getDecisions(input: RpcInput<typeof forum.getDecisions>, context: AnswerContext) {
    return this.views.of(context.territory, input);
  }
}
