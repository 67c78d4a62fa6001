import { Inject, Injectable } from '@nestjs/common';
import { badge as badges, commonErrors, Problem, type RpcInput, type RpcOutput } from '@unityplan/contracts';
import { CLOCK, DB, once, REGISTRY, type Clock } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { BadgeDb } from '../db/schema.ts';
import { DefinitionsViews } from '../definitions/definitions.views.ts';
import { Giving } from './giving.service.ts';
import { Revoking } from './revoking.service.ts';

const { badge_unknown, award_outside_authority, award_not_held } = badges.badgeErrors;

/** What the operator of the pod does with awards, from outside the browser (`npm run badge`). */
@Injectable()
export class OperatorService {
  constructor(
    @Inject(DB) private readonly db: BadgeDb,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    private readonly definitions: DefinitionsViews,
    private readonly giving: Giving,
    private readonly revoking: Revoking,
  ) {}

  async award(home: string, input: RpcInput<typeof badges.awardBadge>): Promise<RpcOutput<typeof badges.awardBadge>> {
    const { memberId, key, ...body } = input;
    if (!this.registry.sameSovereign(home, body.territory)) throw new Problem(award_outside_authority, { territory: body.territory });
    const expiresAt = body.expiresAt === null ? null : new Date(body.expiresAt);
    if (expiresAt && expiresAt.getTime() <= this.clock()) throw new Problem(commonErrors.input_invalid, {}, [{ path: 'expiresAt', message: 'This is past' }]);
    const awardId = await this.db.transact(home, async (tx) => {
      if (!(await this.definitions.current(tx.db, body.badge))) throw new Problem(badge_unknown, { badge: body.badge });
      const request = { table: 'badge_requests', memberId, route: badges.awardBadge.method, key, body };
      const { badge, level, territory: place, reason } = body;
      return once(tx.db, request, () => this.giving.byHand(tx, memberId, { badge, level, place, byId: null, reason, expiresAt, mayGiveEarned: true }));
    });
    return { awardId };
  }

  /** Takes back every level that a member holds of a badge at a place. */
  async revoke(home: string, { memberId, badge, territory, reason }: RpcInput<typeof badges.revokeBadge>): Promise<RpcOutput<typeof badges.revokeBadge>> {
    const awardIds = await this.db.transact(home, async (tx) => {
      if (!(await this.definitions.current(tx.db, badge))) throw new Problem(badge_unknown, { badge });
      const member = await this.revoking.lock(tx, memberId);
      const ids = member.held.filter((one) => one.badge === badge && one.territory === territory).map(({ id }) => id);
      if (ids.length === 0) throw new Problem(award_not_held, { badge });
      for (const id of ids) await this.revoking.revoke(tx, member, id, { byId: null, reason });
      return ids;
    });
    return { awardIds };
  }
}
