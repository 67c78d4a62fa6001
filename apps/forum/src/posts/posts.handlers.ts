import { Controller } from '@nestjs/common';
import { forum, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { ExcerptsViews } from './excerpts.views.ts';

@Controller()
export class PostsHandlers {
  constructor(private readonly views: ExcerptsViews) {}

  @Answers(forum.getExcerpts)
  excerpts(input: RpcInput<typeof forum.getExcerpts>, context: AnswerContext) {
    return this.views.of(context.territory, input);
  }
}
