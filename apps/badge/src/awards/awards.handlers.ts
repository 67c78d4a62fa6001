import { Controller } from '@nestjs/common';
import { badge as badges, course, type EventOf, type RpcInput } from '@unityplan/contracts';
import { Answers, Handles, type AnswerContext } from '@unityplan/messaging';
import type { BadgeTx } from '../db/schema.ts';
import { AwardsViews } from './awards.views.ts';
import { Completions } from './completions.service.ts';
import { OperatorService } from './operator.service.ts';

@Controller()
export class AwardsHandlers {
  constructor(
    private readonly completions: Completions,
    private readonly operator: OperatorService,
    private readonly views: AwardsViews,
  ) {}

  @Handles(course.courseCompleted)
  onCompleted(event: EventOf<typeof course.courseCompleted>, tx: BadgeTx) {
    return this.completions.completed(tx, event);
  }

  /** The own event: what was made possible by a new version of a badge is done apart from saving it. */
  @Handles(badges.badgeDefined)
  onDefined(event: EventOf<typeof badges.badgeDefined>, tx: BadgeTx) {
    return this.completions.redefined(tx, event.payload);
  }

  @Answers(badges.awardBadge)
  award(input: RpcInput<typeof badges.awardBadge>, context: AnswerContext) {
    return this.operator.award(context.territory, input);
  }

  @Answers(badges.revokeBadge)
  revoke(input: RpcInput<typeof badges.revokeBadge>, context: AnswerContext) {
    return this.operator.revoke(context.territory, input);
  }

  @Answers(badges.listAwards)
  list(input: RpcInput<typeof badges.listAwards>, context: AnswerContext) {
    return this.views.forOperator(context.territory, input.memberId);
  }
}
