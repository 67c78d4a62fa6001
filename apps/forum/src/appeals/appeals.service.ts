import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, type Clock, type MemberContext } from '@unityplan/service-kit';
import { CaseIntake } from '../cases/intake.service.ts';
import { Confidential } from '../confidential/confidential.service.ts';
import type { ForumDb } from '../db/schema.ts';
import { factsOf, HidingService } from '../hiding/hiding.service.ts';
import { whyNotAppeal } from './appeals.policy.ts';
import { AppealsRepository } from './appeals.repository.ts';

@Injectable()
export class AppealsService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly repository: AppealsRepository,
    private readonly hiding: HidingService,
    private readonly cases: CaseIntake,
    private readonly confidential: Confidential,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asks for another look at a hidden post, which a case for another moderator is. No gate stands before it: it is about the member's own words. */
  async create(call: MemberContext, decisionId: string, text: string): Promise<void> {
    const { memberId } = call.member;
    await this.db.transact(call.territory, async (tx) => {
      const decision = await this.repository.decision(tx, decisionId);
      if (!decision) throw new Problem(commonErrors.not_found);
      if (decision.post_id === null) throw new Problem(decision.author_id === memberId ? forum.moderationErrors.appeal_not_possible : forum.forumErrors.not_author);
      const post = await this.hiding.lock(tx, decision.post_id, undefined);
      const refusal = whyNotAppeal(decision, post, memberId, this.clock());
      if (refusal) throw refusal;
      const { moderator_id: moderatorId } = decision;
      const appealId = await this.cases.ofAppeal(tx, post, { decisionId, moderatorId });
      if (!appealId) throw new Problem(forum.moderationErrors.appeal_exists);
      const sealed = await this.confidential.seal(tx, memberId, 'forum_appeals', text);
      await this.repository.insert(tx, { case_id: appealId, author_id: memberId, text_sealed: sealed, appealed_at: new Date(this.clock()) });
      await this.outbox.publish(tx, forum.appealCreated, { ...factsOf(post), appealId, decisionId, moderatorId });
    });
  }
}
