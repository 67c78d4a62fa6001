import { Injectable } from '@nestjs/common';
import type { badge as badges, PayloadOf } from '@unityplan/contracts';
import type { About, Details } from '../db/notifications.table.ts';
import type { NotificationTx } from '../db/schema.ts';
import type { Happening } from './happening.policy.ts';
import { TakingBackService } from './taking-back.service.ts';
import { TellingService } from './telling.service.ts';

type Awarded = PayloadOf<typeof badges.badgeAwarded>;
type Ended = Omit<PayloadOf<typeof badges.badgeRevoked>, 'byId'> & { readonly byId?: string | null };

/** What happens to a member's badges. What came before and was not sent yet is overtaken: nobody is told of a badge they no longer have. */
@Injectable()
export class BadgeNewsService {
  constructor(
    private readonly telling: TellingService,
    private readonly takingBack: TakingBackService,
  ) {}

  async awarded(tx: NotificationTx, eventId: string, { memberId, awardId, badge, territory, level, expiresAt, source, courseId, byId }: Awarded): Promise<void> {
    await this.takingBack.overtake(tx, memberId, { badge, abouts: ['badge_expiring', 'badge_expired', 'badge_revoked'] }, 'the badge is held again');
    const about = source === 'renewal' ? 'badge_renewed' : 'badge_awarded';
    await this.telling.tell(tx, happeningOf(about, eventId, { awardId, badge, territory, level, expiresAt, courseId, byId }), [memberId], 'badge_awarded');
  }

  async expiring(tx: NotificationTx, eventId: string, { memberId, awardId, badge, territory, expiresAt }: PayloadOf<typeof badges.badgeExpiring>): Promise<void> {
    await this.takingBack.overtake(tx, memberId, { awardId, abouts: ['badge_expiring'] }, 'there is a newer reminder');
    await this.telling.tell(tx, happeningOf('badge_expiring', eventId, { awardId, badge, territory, expiresAt }), [memberId], 'badge_expiring');
  }

  async ended(tx: NotificationTx, eventId: string, about: 'badge_expired' | 'badge_revoked', { memberId, awardId, badge, territory, byId }: Ended): Promise<void> {
    await this.takingBack.overtake(tx, memberId, { awardId, abouts: ['badge_awarded', 'badge_renewed', 'badge_expiring'] }, 'the badge is not held any more');
    await this.telling.tell(tx, happeningOf(about, eventId, { awardId, badge, territory, ...(byId === undefined ? {} : { byId }) }), [memberId], 'badge_ended');
  }
}

function happeningOf(about: About, eventId: string, details: Details): Happening {
  return { kind: 'badge', about, subjectId: eventId, groupId: eventId, actorId: details.byId ?? null, postNumber: null, details };
}
