import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { whoOf } from '../who.ts';
import { PostsService } from './posts.service.ts';
import { RepliesService } from './replies.service.ts';
import { PostsViews } from './posts.views.ts';

@Controller()
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly replies: RepliesService,
    private readonly views: PostsViews,
  ) {}

  @Route(forum.listPosts)
  list(@In() { params, query }: RouteInput<typeof forum.listPosts>, @Ctx() call: CallContext) {
    return this.views.list(whoOf(call), params.topicId, query);
  }

  @Route(forum.createPost)
  create(@In() { params, body }: RouteInput<typeof forum.createPost>, @Ctx() call: MemberContext) {
    return this.replies.create(call, params.topicId, body);
  }

  @Route(forum.getPost)
  get(@In() { params }: RouteInput<typeof forum.getPost>, @Ctx() call: CallContext) {
    return this.views.get(whoOf(call), params.postId);
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
