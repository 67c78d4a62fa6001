import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { CONFIG, DB, type MemberContext } from '@unityplan/service-kit';
import { Access, MovedMeanwhile } from '../access/access.views.ts';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import type { ForumConfig } from '../forum.config.ts';
import { PostsViews } from '../posts/posts.views.ts';
import { whoOf } from '../who.ts';
import { valueOf, whyNotVote } from './votes.policy.ts';
import { VotesRepository } from './votes.repository.ts';

type Vote = RouteInput<typeof forum.setVote>['body']['vote'];

@Injectable()
export class VotesService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly posts: PostsViews,
    private readonly repository: VotesRepository,
    @Inject(CONFIG) private readonly config: ForumConfig,
  ) {}

  /** Votes, changes the vote or takes it back; sending the same again changes nothing. */
  async set(call: MemberContext, postId: string, vote: Vote): Promise<RouteAnswer<typeof forum.setVote>> {
    const find = async (): Promise<string> => (await this.posts.place(call.territory, postId)).category_id;
    const score = await this.access.at(whoOf(call), 'vote', find, (categoryId) => this.db.transact(call.territory, (tx) => this.cast(tx, { postId, categoryId, memberId: call.member.memberId, vote })));
    return { score, ownVote: vote };
  }

  private async cast(tx: ForumTx, { postId, categoryId, memberId, vote }: { postId: string; categoryId: string; memberId: string; vote: Vote }): Promise<number> {
    const post = await this.repository.lock(tx, postId);
    if (!post) throw new Problem(commonErrors.not_found);
    if (post.category_id !== categoryId) throw new MovedMeanwhile();
    const refusal = whyNotVote(post, memberId);
    if (refusal) throw new Problem(refusal);
    const [present, wanted] = [await this.repository.present(tx, postId, memberId), valueOf(vote)];
    if (present === wanted) return post.score;
    const most = this.config.votesPerDay;
    if (present === 0 && !(await this.repository.takeOfToday(tx, memberId, most))) throw new Problem(forum.forumErrors.vote_limit_reached, { most });
    return this.repository.set(tx, postId, memberId, wanted, present);
  }
}
