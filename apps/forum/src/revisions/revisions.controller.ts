import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext } from '@unityplan/service-kit';
import { whoOf } from '../who.ts';
import { RevisionsViews } from './revisions.views.ts';

@Controller()
export class RevisionsController {
  constructor(private readonly views: RevisionsViews) {}

  @Route(forum.listRevisions)
  list(@In() { params, query }: RouteInput<typeof forum.listRevisions>, @Ctx() call: CallContext) {
    return this.views.list(whoOf(call), params.postId, query);
  }
}
