import { Controller } from '@nestjs/common';
import { course as courses, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext } from '@unityplan/service-kit';
import { Catalogue } from './catalogue.views.ts';
import { CoursePage } from './course-page.views.ts';

@Controller()
export class CatalogueController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly pages: CoursePage,
  ) {}

  @Route(courses.listCourses)
  list(@In() { query }: RouteInput<typeof courses.listCourses>, @Ctx() call: CallContext) {
    return this.catalogue.list(call, query);
  }

  @Route(courses.getCourse)
  get(@In() { params }: RouteInput<typeof courses.getCourse>, @Ctx() call: CallContext) {
    return this.pages.get(call, params.course);
  }
}
