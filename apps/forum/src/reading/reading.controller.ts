import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { ReadingService } from './reading.service.ts';

@Controller()
export class ReadingController {
  constructor(private readonly reading: ReadingService) {}

  @Route(forum.setReadState)
  read(@In() { params, body }: RouteInput<typeof forum.setReadState>, @Ctx() call: MemberContext) {
    return this.reading.read(call, params.topicId, body.upTo);
  }

  @Route(forum.markCategoryRead)
  markCategory(@In() { params }: RouteInput<typeof forum.markCategoryRead>, @Ctx() call: MemberContext) {
    return this.reading.markCategory(call, params.categoryId);
  }
}
