import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { WritingService } from './writing.service.ts';

@Controller()
export class WritingController {
  constructor(private readonly writing: WritingService) {}

  @Route(forum.previewMarkdown)
  async preview(@In() { body }: RouteInput<typeof forum.previewMarkdown>, @Ctx() call: MemberContext) {
    return { html: await this.writing.preview(call.territory, body.markdown) };
  }
}
