import { Inject, Injectable } from '@nestjs/common';
import { badge as badges, commonErrors, Problem, roleKeys } from '@unityplan/contracts';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import type { BadgeTx } from '../db/schema.ts';
import { Announcing } from './announcing.service.ts';
import { stateOf } from './awards.mapper.ts';
import { AwardsRepository, type AwardRow } from './awards.repository.ts';
import { Granting, type LockedMember } from './granting.service.ts';
import { Reasons } from './reasons.service.ts';

/** Takes badges back. */
@Injectable()
export class Revoking {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: AwardsRepository,
    private readonly granting: Granting,
    private readonly reasons: Reasons,
    private readonly announcing: Announcing,
  ) {}

  lock(tx: BadgeTx, memberId: string): Promise<LockedMember> {
    return this.granting.lock(tx, memberId);
  }

  /** Takes one award of a locked member back. Nothing happens to one that was taken back before. Throws not_found or award_of_last_manager. */
  async revoke(tx: BadgeTx, member: LockedMember, awardId: string, { byId, reason }: { byId: string | null; reason: string }): Promise<void> {
    if (member.revoked.some(({ id }) => id === awardId)) return;
    const award = member.held.find(({ id }) => id === awardId);
    if (!award) throw new Problem(commonErrors.not_found);
    await this.refuseLastManager(tx, award);
    const row = await this.repository.update(tx, awardId, {
      revoked_at: new Date(this.clock()), revoked_by: byId, due_at: null, revoked_reason_sealed: this.reasons.seal({ territory: tx.territory, ...member }, 'revoked', reason),
    });
    await this.announcing.revoked(tx, row);
  }

  /** A home without a manager could not even make one. Who manages a place below or beside it has a manager above. */
  private async refuseLastManager(tx: BadgeTx, award: AwardRow): Promise<void> {
    const now = this.clock();
    if (award.badge !== roleKeys.manager || award.territory !== tx.territory || stateOf(award, now) !== 'valid') return;
    if ((await this.repository.otherManagers(tx, award.id, new Date(now))) === 0) throw new Problem(badges.badgeErrors.award_of_last_manager);
  }
}
