import { Controller } from '@nestjs/common';
import { badge as badges, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { DefinitionsList } from './definitions-list.views.ts';
import { DefinitionsViews } from './definitions.views.ts';

@Controller()
export class DefinitionsHandlers {
  constructor(
    private readonly definitions: DefinitionsViews,
    private readonly list: DefinitionsList,
  ) {}

  @Answers(badges.describeBadges)
  async describe(input: RpcInput<typeof badges.describeBadges>, context: AnswerContext) {
    const [summaries, known] = await Promise.all([this.definitions.summaries(context.territory, input.badges), this.definitions.all(context.territory)]);
    return { badges: [...summaries.values()].map((summary) => ({ ...summary, renewFromDays: known.get(summary.badge)?.renew_from_days })) };
  }

  @Answers(badges.findCycle)
  async findCycle({ courseId, name, gives, needs }: RpcInput<typeof badges.findCycle>, context: AnswerContext) {
    const circle = await this.list.circle(context.territory, undefined, { courseId, name: { en: name, da: name }, gives, needs });
    return { cycle: circle?.map(({ en }) => en) ?? null };
  }
}
