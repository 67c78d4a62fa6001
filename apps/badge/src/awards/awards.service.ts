import { Inject, Injectable } from '@nestjs/common';
import { badge as badges, commonErrors, managers, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { CLOCK, DB, once, People, Permissions, type Clock, type MemberContext } from '@unityplan/service-kit';
import type { BadgeDb } from '../db/schema.ts';
import { AwardsViews } from './awards.views.ts';
import { Giving } from './giving.service.ts';
import { Revoking } from './revoking.service.ts';

type New = RouteInput<typeof badges.createAward>['body'];
type Answer = RouteAnswer<typeof badges.createAward>;

/** What managers do with awards. */
@Injectable()
export class AwardsService {
  constructor(
    @Inject(DB) private readonly db: BadgeDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly permissions: Permissions,
    private readonly people: People,
    private readonly giving: Giving,
    private readonly revoking: Revoking,
    private readonly views: AwardsViews,
  ) {}

  /** Awards by hand, or renews what is held. */
  async create(call: MemberContext, badge: string, body: New): Promise<Answer> {
    const place = body.territory ?? call.territory;
    await this.requireAuthority(call, place);
    if (!(await this.people.exists(call.territory, body.memberId))) throw new Problem(commonErrors.input_invalid, {}, [{ path: 'body.memberId', message: 'Nobody here has this id' }]);
    const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
    if (expiresAt && expiresAt.getTime() <= this.clock()) throw new Problem(commonErrors.input_invalid, {}, [{ path: 'body.expiresAt', message: 'This is past' }]);
    const { memberId: byId } = call.member;
    const awardId = await this.db.transact(call.territory, (tx) => {
      const request = { table: 'badge_requests', memberId: byId, route: badges.createAward.id, key: call.idempotencyKey, body: { badge, ...body } };
      return once(tx.db, request, () => this.giving.byHand(tx, body.memberId, { badge, level: body.level, place, byId, reason: body.reason, expiresAt, mayGiveEarned: false }));
    });
    return this.views.one(call.territory, awardId);
  }

  /** Takes an award back; harmless when it was already. */
  async revoke(call: MemberContext, awardId: string, reason: string): Promise<Answer> {
    const award = await this.views.find(call.territory, awardId);
    await this.requireAuthority(call, award.territory);
    await this.db.transact(call.territory, async (tx) => {
      const member = await this.revoking.lock(tx, award.member_id);
      await this.revoking.revoke(tx, member, awardId, { byId: call.member.memberId, reason });
    });
    return this.views.one(call.territory, awardId);
  }

  private async requireAuthority(call: MemberContext, place: string): Promise<void> {
    if ((await this.permissions.check(call.territory, call.member.memberId, managers, place)).allowed) return;
    throw new Problem(badges.badgeErrors.award_outside_authority, { territory: place });
  }
}
