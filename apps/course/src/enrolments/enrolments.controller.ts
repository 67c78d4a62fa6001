import { Controller } from '@nestjs/common';
import { course as courses, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { EnrolmentsList } from './enrolments-list.views.ts';
import { EnrolmentsService } from './enrolments.service.ts';
import { RenewalsService } from './renewals.service.ts';

@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly renewals: RenewalsService,
    private readonly list: EnrolmentsList,
  ) {}

  @Route(courses.listEnrolments)
  own(@In() { query }: RouteInput<typeof courses.listEnrolments>, @Ctx() call: MemberContext) {
    return this.list.page(call, query);
  }

  @Route(courses.enrol)
  enrol(@In() { params }: RouteInput<typeof courses.enrol>, @Ctx() call: MemberContext) {
    return this.enrolments.enrol(call, params.courseId);
  }

  @Route(courses.leaveCourse)
  leave(@In() { params }: RouteInput<typeof courses.leaveCourse>, @Ctx() call: MemberContext) {
    return this.enrolments.leave(call, params.courseId);
  }

  @Route(courses.moveToVersion)
  move(@In() { params, body }: RouteInput<typeof courses.moveToVersion>, @Ctx() call: MemberContext) {
    return this.enrolments.move(call, params.courseId, body.versionId);
  }

  @Route(courses.renewCourse)
  renew(@In() { params }: RouteInput<typeof courses.renewCourse>, @Ctx() call: MemberContext) {
    return this.renewals.renew(call, params.courseId);
  }
}
