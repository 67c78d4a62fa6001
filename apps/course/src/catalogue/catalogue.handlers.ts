import { Controller } from '@nestjs/common';
import { course as courses, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { CourseLinks } from './course-links.views.ts';

@Controller()
export class CatalogueHandlers {
  constructor(private readonly links: CourseLinks) {}

  @Answers(courses.describeCourses)
  describe(input: RpcInput<typeof courses.describeCourses>, context: AnswerContext) {
    return this.links.of(context.territory, input.courseIds);
  }
}
