import { Controller } from '@nestjs/common';
import { course as courses, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { LessonsService } from './lessons.service.ts';
import { LessonsViews } from './lessons.views.ts';

@Controller()
export class LessonsController {
  constructor(
    private readonly lessons: LessonsService,
    private readonly views: LessonsViews,
  ) {}

  @Route(courses.getLesson)
  get(@In() { params }: RouteInput<typeof courses.getLesson>, @Ctx() call: CallContext) {
    return this.views.get(call, params.courseId, params.lessonId);
  }

  @Route(courses.previewLesson)
  preview(@In() { params }: RouteInput<typeof courses.previewLesson>, @Ctx() call: MemberContext) {
    return this.views.draft(call, params.courseId, params.lessonId);
  }

  @Route(courses.savePosition)
  savePosition(@In() { params, body }: RouteInput<typeof courses.savePosition>, @Ctx() call: MemberContext) {
    return this.lessons.savePosition(call, params.courseId, body);
  }

  @Route(courses.finishLesson)
  finish(@In() { params }: RouteInput<typeof courses.finishLesson>, @Ctx() call: MemberContext) {
    return this.lessons.finish(call, params.courseId, params.lessonId);
  }
}
