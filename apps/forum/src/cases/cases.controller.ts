import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { CasesService } from './cases.service.ts';
import { CasesViews } from './cases.views.ts';
import { DirectModerationService } from './direct.service.ts';

@Controller()
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly direct: DirectModerationService,
    private readonly views: CasesViews,
  ) {}

  @Route(forum.listCases)
  list(@In() { query }: RouteInput<typeof forum.listCases>, @Ctx() call: MemberContext) {
    return this.views.list(call, query);
  }

  @Route(forum.getCase)
  get(@In() { params }: RouteInput<typeof forum.getCase>, @Ctx() call: MemberContext) {
    return this.views.get(call, params.caseId);
  }

  @Route(forum.claimCase)
  claim(@In() { params }: RouteInput<typeof forum.claimCase>, @Ctx() call: MemberContext) {
    return this.cases.claim(call, params.caseId);
  }

  @Route(forum.releaseCase)
  release(@In() { params }: RouteInput<typeof forum.releaseCase>, @Ctx() call: MemberContext) {
    return this.cases.release(call, params.caseId);
  }

  @Route(forum.decideCase)
  decide(@In() { params, body }: RouteInput<typeof forum.decideCase>, @Ctx() call: MemberContext) {
    return this.cases.decide(call, params.caseId, body);
  }

  @Route(forum.hidePost)
  hide(@In() { params, body }: RouteInput<typeof forum.hidePost>, @Ctx() call: MemberContext) {
    return this.direct.hide(call, params.postId, body);
  }

  @Route(forum.restorePost)
  restore(@In() { params, body }: RouteInput<typeof forum.restorePost>, @Ctx() call: MemberContext) {
    return this.direct.restore(call, params.postId, body);
  }
}
