import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { memberOf } from '../who.ts';
import { DraftsService } from './drafts.service.ts';
import { DraftsViews } from './drafts.views.ts';

@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly views: DraftsViews,
  ) {}

  @Route(forum.listPostDrafts)
  list(@In() { query }: RouteInput<typeof forum.listPostDrafts>, @Ctx() call: MemberContext) {
    return this.views.list(memberOf(call), query);
  }

  @Route(forum.getPostDraft)
  get(@In() { params }: RouteInput<typeof forum.getPostDraft>, @Ctx() call: MemberContext) {
    return this.views.get(memberOf(call), params.place);
  }

  @Route(forum.savePostDraft)
  save(@In() { params, body }: RouteInput<typeof forum.savePostDraft>, @Ctx() call: MemberContext) {
    return this.drafts.save(call, params.place, body);
  }

  @Route(forum.deletePostDraft)
  delete(@In() { params }: RouteInput<typeof forum.deletePostDraft>, @Ctx() call: MemberContext) {
    return this.drafts.delete(call, params.place);
  }
}
