import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { PostsService } from './posts.service.ts';
import { PostsViews } from './posts.views.ts';

@Controller()
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly views: PostsViews,
  ) {}

  @Route(forum.listPosts)
  list(@In() { params, query }: RouteInput<typeof forum.listPosts>, @Ctx() call: CallContext) {
    return this.views.list(call.territory, params.topicId, query);
  }

  @Route(forum.createPost)
  create(@In() { params, body }: RouteInput<typeof forum.createPost>, @Ctx() call: MemberContext) {
    return this.posts.create(call, params.topicId, body);
  }

  @Route(forum.getPost)
  get(@In() { params }: RouteInput<typeof forum.getPost>, @Ctx() call: CallContext) {
    return this.views.get(call.territory, params.postId);
  }

  @Route(forum.editPost)
  edit(@In() { params, body }: RouteInput<typeof forum.editPost>, @Ctx() call: MemberContext) {
    return this.posts.edit(call, params.postId, body);
  }

  @Route(forum.deletePost)
  delete(@In() { params }: RouteInput<typeof forum.deletePost>, @Ctx() call: MemberContext) {
    return this.posts.delete(call, params.postId);
  }
}
