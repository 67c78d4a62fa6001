import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { VotesService } from './votes.service.ts';

@Controller()
export class VotesController {
  constructor(private readonly votes: VotesService) {}

  @Route(forum.setVote)
  set(@In() { params, body }: RouteInput<typeof forum.setVote>, @Ctx() call: MemberContext) {
    return this.votes.set(call, params.postId, body.vote);
  }
}
