import { Controller } from '@nestjs/common';
import { course as courses, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { Imports } from './imports.service.ts';

@Controller()
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Route(courses.importCourse)
  import(@In() { body }: RouteInput<typeof courses.importCourse>, @Ctx() call: MemberContext) {
    return this.imports.import(call, body);
  }
}
