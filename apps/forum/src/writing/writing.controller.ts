import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { WritingService } from './writing.service.ts';

@Controller()
export class WritingController {
  constructor(private readonly writing: WritingService) {}

  @Route(forum.previewMarkdown)
  preview(@In() { body }: RouteInput<typeof forum.previewMarkdown>, @Ctx() call: MemberContext) {
    // Any id will do: a preview is alone on its page, or beside posts that have their own.
    return this.writing.write(call.territory, '0', body.markdown);
  }
}
