import { Inject, Injectable } from '@nestjs/common';
import { forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { CLOCK, DB, type Clock, type MemberContext } from '@unityplan/service-kit';
import { Access } from '../access/access.views.ts';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import type { Moderator } from '../decisions/decisions.service.ts';
import { HidingService, type JudgedPost } from '../hiding/hiding.service.ts';
import { PostsViews } from '../posts/posts.views.ts';
import { alongCase } from './case-outcomes.ts';
import { isWithOther } from './cases.policy.ts';
import { CasesRepository } from './cases.repository.ts';

type Answer = RouteAnswer<typeof forum.getPost>;
type Hide = RouteInput<typeof forum.hidePost>['body'];
type Restore = RouteInput<typeof forum.restorePost>['body'];

/** What moderators do to a post without waiting for the queue; what waits there about the same post is decided with it. */
@Injectable()
export class DirectModerationService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly hiding: HidingService,
    private readonly cases: CasesRepository,
    private readonly posts: PostsViews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  hide(call: MemberContext, postId: string, { rule, reason }: Hide): Promise<Answer> {
    return this.judge(call, postId, async (tx, post, moderator) => {
      const open = await this.cases.lockOpen(tx, postId, 'flags');
      if (open && isWithOther(open, moderator.memberId, this.clock())) throw new Problem(forum.moderationErrors.case_claimed, { until: open.claimed_until!.toISOString() });
      const along = open
        ? { change: (id: string, at: Date) => this.cases.close(tx, open.id, id, at), tellings: alongCase(post, open, 'hide', await this.cases.flaggers(tx, open.id)) }
        : {};
      await this.hiding.hide(tx, post, { moderator, rule, reason }, along);
    });
  }

  restore(call: MemberContext, postId: string, { reason }: Restore): Promise<Answer> {
    return this.judge(call, postId, async (tx, post, moderator) => {
      if (await this.cases.lockOpen(tx, postId, 'appeal')) throw new Problem(forum.moderationErrors.post_under_appeal);
      await this.hiding.show(tx, post, { moderator, rule: null, reason }, 'post_restored');
    });
  }

  private async judge(call: MemberContext, postId: string, work: (tx: ForumTx, post: JudgedPost, moderator: Moderator) => Promise<void>): Promise<Answer> {
    const { memberId } = call.member;
    const who = { territory: call.territory, memberId };
    const find = async (): Promise<string> => (await this.posts.place(call.territory, postId)).category_id;
    await this.access.at(who, 'moderate', find, async (categoryId) => {
      const moderator = { memberId, role: await this.access.roleOf(who, categoryId) };
      await this.db.transact(call.territory, async (tx) => work(tx, await this.hiding.lockToJudge(tx, postId, categoryId, memberId), moderator));
    });
    return this.posts.get(who, postId);
  }
}
