import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { CLOCK, DB, type Clock, type MemberContext } from '@unityplan/service-kit';
import { Access } from '../access/access.views.ts';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import { ForumMetrics } from '../events.ts';
import { HidingService } from '../hiding/hiding.service.ts';
import { claimMs, isWithOther, whyNotDecide, whyNotImpartial } from './cases.policy.ts';
import { CasesRepository, type CaseRow } from './cases.repository.ts';
import { CasesViews } from './cases.views.ts';
import { alongCase } from './case-outcomes.ts';

type Outcome = RouteInput<typeof forum.decideCase>['body'];
type Answer = RouteAnswer<typeof forum.getCase>;
type Found = CaseRow & { category_id: string };

/** The queue: one moderator at a time takes a case, and decides it. */
@Injectable()
export class CasesService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly hiding: HidingService,
    private readonly repository: CasesRepository,
    private readonly views: CasesViews,
    private readonly metrics: ForumMetrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes a case for a quarter of an hour, or for another one. */
  async claim(call: MemberContext, caseId: string): Promise<Answer> {
    const { memberId } = call.member;
    const found = await this.asModerator(call, caseId);
    const now = new Date(this.clock());
    await this.db.transact(call.territory, async (tx) => {
      const taken = await this.repository.claim(tx, caseId, memberId, now, new Date(now.getTime() + claimMs));
      if (!taken) throw await this.whyNotTaken(tx, caseId);
      if (!found.claimed_by) tx.onCommit(() => this.metrics.caseTaken(found.kind, now.getTime() - found.opened_at.getTime()));
    });
    return this.views.get(call, caseId);
  }

  async release(call: MemberContext, caseId: string): Promise<void> {
    const found = await this.asModerator(call, caseId);
    if (isWithOther(found, call.member.memberId, this.clock())) throw claimed(found);
    await this.db.transact(call.territory, (tx) => this.repository.release(tx, caseId, call.member.memberId));
  }

  async decide(call: MemberContext, caseId: string, body: Outcome): Promise<Answer> {
    const { memberId } = call.member;
    const who = { territory: call.territory, memberId };
    const found = await this.asModerator(call, caseId);
    const fits = found.kind === 'flags' ? ['dismiss', 'hide'] : ['grant', 'uphold'];
    if (!fits.includes(body.outcome)) throw new Problem(commonErrors.input_invalid, {}, [{ path: 'body.outcome', message: `Use ${fits.join(' or ')} for this kind of case` }]);
    const find = async (): Promise<string> => (await this.found(call.territory, caseId)).category_id;
    await this.access.at(who, 'moderate', find, async (categoryId) => {
      const moderator = { memberId, role: await this.access.roleOf(who, categoryId) };
      await this.db.transact(call.territory, async (tx) => {
        const post = await this.hiding.lockToJudge(tx, found.post_id, categoryId, memberId);
        const item = (await this.repository.lock(tx, caseId))!;
        const refusal = whyNotDecide(item, memberId, this.clock());
        if (refusal) throw new Problem(refusal);
        const verdict = { moderator, rule: 'rule' in body ? body.rule : null, reason: body.reason };
        const change = (decisionId: string, at: Date): Promise<void> => this.repository.close(tx, caseId, decisionId, at);
        const along = { change, tellings: alongCase(post, item, body.outcome, await this.repository.flaggers(tx, caseId)) };
        if (body.outcome === 'hide') await this.hiding.hide(tx, post, verdict, along);
        else if (body.outcome === 'grant') await this.hiding.show(tx, post, verdict, 'appeal_granted', along);
        else await this.hiding.leave(tx, post, verdict, body.outcome === 'dismiss' ? 'flags_dismissed' : 'appeal_upheld', along);
      });
    });
    return this.views.get(call, caseId);
  }

  private async found(territory: string, caseId: string): Promise<Found> {
    const found = await this.db.read(territory, (reader) => this.repository.find(reader, caseId));
    if (!found) throw new Problem(commonErrors.not_found);
    return found;
  }

  private async asModerator(call: MemberContext, caseId: string): Promise<Found> {
    const { memberId } = call.member;
    const found = await this.found(call.territory, caseId);
    await this.access.require({ territory: call.territory, memberId }, found.category_id, 'moderate');
    const partial = whyNotImpartial(found, memberId);
    if (partial) throw new Problem(partial);
    return found;
  }

  private async whyNotTaken(tx: ForumTx, caseId: string): Promise<Problem> {
    const item = (await this.repository.lock(tx, caseId))!;
    return item.decided_at ? new Problem(forum.moderationErrors.case_decided) : claimed(item);
  }
}

function claimed({ claimed_until }: Pick<CaseRow, 'claimed_until'>): Problem {
  return new Problem(forum.moderationErrors.case_claimed, { until: claimed_until?.toISOString() });
}
