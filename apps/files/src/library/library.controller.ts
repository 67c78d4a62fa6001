import { Controller } from '@nestjs/common';
import { files, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { ErasingService } from '../erasing/erasing.service.ts';
import { LibraryViews } from './library.views.ts';

@Controller()
export class LibraryController {
  constructor(
    private readonly views: LibraryViews,
    private readonly erasing: ErasingService,
  ) {}

  @Route(files.listFiles)
  listFiles(@In() input: RouteInput<typeof files.listFiles>, @Ctx() call: MemberContext) {
    return this.views.list(call, input.query);
  }

  @Route(files.getFile)
  getFile(@In() input: RouteInput<typeof files.getFile>, @Ctx() call: MemberContext) {
    return this.views.own(call, input.params.fileId);
  }

  @Route(files.deleteFile)
  deleteFile(@In() input: RouteInput<typeof files.deleteFile>, @Ctx() call: MemberContext) {
    return this.erasing.eraseOwn(call, input.params.fileId);
  }
}
