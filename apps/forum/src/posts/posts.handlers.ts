import { Controller } from '@nestjs/common';
import { forum, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { PostsViews } from './posts.views.ts';

@Controller()
export class PostsHandlers {
  constructor(private readonly views: PostsViews) {}

  @Answers(forum.getExcerpts)
  excerpts(input: RpcInput<typeof forum.getExcerpts>, context: AnswerContext) {
    return this.views.excerpts(context.territory, input.postIds);
  }
}
