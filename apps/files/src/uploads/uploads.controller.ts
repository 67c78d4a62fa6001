import { Controller } from '@nestjs/common';
import { files, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { LibraryViews } from '../library/library.views.ts';
import { CompletionService } from './completion.service.ts';
import { UploadsService } from './uploads.service.ts';
import { UploadsViews } from './uploads.views.ts';

@Controller()
export class UploadsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly completion: CompletionService,
    private readonly views: UploadsViews,
    private readonly library: LibraryViews,
  ) {}

  @Route(files.startUpload)
  startUpload(@In() input: RouteInput<typeof files.startUpload>, @Ctx() call: MemberContext) {
    return this.uploads.start(call, input.body);
  }

  @Route(files.getUpload)
  getUpload(@In() input: RouteInput<typeof files.getUpload>, @Ctx() call: MemberContext) {
    return this.views.progress(call, input.params.fileId);
  }

  @Route(files.sendChunk)
  sendChunk(@In() input: RouteInput<typeof files.sendChunk>, @Ctx() call: MemberContext) {
    return this.uploads.takeChunk(call, input.params.fileId, input.params.offset, input.body);
  }

  @Route(files.completeUpload)
  async completeUpload(@In() input: RouteInput<typeof files.completeUpload>, @Ctx() call: MemberContext) {
    await this.completion.complete(call, input.params.fileId);
    return this.library.own(call, input.params.fileId);
  }
}
