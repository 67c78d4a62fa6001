import { Controller } from '@nestjs/common';
import { files, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { LibraryViews } from '../library/library.views.ts';
import { UsesService } from './uses.service.ts';

/** What other services ask about files. */
@Controller()
export class UsesHandlers {
  constructor(
    private readonly uses: UsesService,
    private readonly library: LibraryViews,
  ) {}

  @Answers(files.attachFiles)
  attach(input: RpcInput<typeof files.attachFiles>, context: AnswerContext) {
    return this.uses.attach(context.territory, input);
  }

  @Answers(files.releaseFiles)
  release(input: RpcInput<typeof files.releaseFiles>, context: AnswerContext) {
    return this.uses.release(context.territory, input);
  }

  @Answers(files.describeFiles)
  async describe(input: RpcInput<typeof files.describeFiles>, context: AnswerContext) {
    return { files: await this.library.describe(context.territory, input.fileIds) };
  }
}
