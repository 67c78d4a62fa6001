import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { DecisionsViews } from '../decisions/decisions.views.ts';
import { whoOf } from '../who.ts';
import { AppealsService } from './appeals.service.ts';

@Controller()
export class AppealsController {
  constructor(
    private readonly appeals: AppealsService,
    private readonly decisions: DecisionsViews,
  ) {}

  @Route(forum.createAppeal)
  async create(@In() { params, body }: RouteInput<typeof forum.createAppeal>, @Ctx() call: MemberContext) {
    await this.appeals.create(call, params.decisionId, body.text);
    return this.decisions.get(whoOf(call), params.decisionId);
  }
}
