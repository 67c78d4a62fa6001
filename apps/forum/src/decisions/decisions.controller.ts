import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { memberOf, whoOf } from '../who.ts';
import { DecisionsViews } from './decisions.views.ts';

@Controller()
export class DecisionsController {
  constructor(private readonly views: DecisionsViews) {}

  @Route(forum.listModerationLog)
  log(@In() { query }: RouteInput<typeof forum.listModerationLog>, @Ctx() call: CallContext) {
    return this.views.log(whoOf(call), query);
  }

  @Route(forum.listOwnSanctions)
  sanctions(@In() { query }: RouteInput<typeof forum.listOwnSanctions>, @Ctx() call: MemberContext) {
    return this.views.sanctions(memberOf(call), query);
  }

  @Route(forum.getDecision)
  get(@In() { params }: RouteInput<typeof forum.getDecision>, @Ctx() call: CallContext) {
    return this.views.get(whoOf(call), params.decisionId);
  }
}
