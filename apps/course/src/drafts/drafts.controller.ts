import { Controller } from '@nestjs/common';
import { course as courses, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { DraftsService } from './drafts.service.ts';
import { DraftsViews } from './drafts.views.ts';

@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly views: DraftsViews,
  ) {}

  @Route(courses.createCourse)
  create(@In() { body }: RouteInput<typeof courses.createCourse>, @Ctx() call: MemberContext) {
    return this.drafts.create(call, body);
  }

  @Route(courses.listAuthoredCourses)
  list(@In() { query }: RouteInput<typeof courses.listAuthoredCourses>, @Ctx() call: MemberContext) {
    return this.views.list(call, query);
  }

  @Route(courses.getDraft)
  get(@In() { params }: RouteInput<typeof courses.getDraft>, @Ctx() call: MemberContext) {
    return this.views.get(call, params.courseId);
  }

  @Route(courses.saveDraft)
  save(@In() { params, body }: RouteInput<typeof courses.saveDraft>, @Ctx() call: MemberContext) {
    return this.drafts.save(call, params.courseId, body);
  }

  @Route(courses.listDraftRevisions)
  revisions(@In() { params, query }: RouteInput<typeof courses.listDraftRevisions>, @Ctx() call: MemberContext) {
    return this.views.revisions(call, params.courseId, query);
  }

  @Route(courses.getDraftRevision)
  revision(@In() { params }: RouteInput<typeof courses.getDraftRevision>, @Ctx() call: MemberContext) {
    return this.views.revision(call, params.courseId, params.revision);
  }

  @Route(courses.restoreDraft)
  restore(@In() { params, body }: RouteInput<typeof courses.restoreDraft>, @Ctx() call: MemberContext) {
    return this.drafts.restore(call, params.courseId, body);
  }
}
