import { Controller } from '@nestjs/common';
import { badge, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import type { NotificationTx } from '../db/schema.ts';
import { BadgeNewsService } from './badge-news.service.ts';

/** The event is the thing told: an award is told when it comes, before it ends and when it ends. */
@Controller()
export class BadgeNewsHandlers {
  constructor(private readonly news: BadgeNewsService) {}

  @Handles(badge.badgeAwarded)
  onAwarded({ id, payload }: EventOf<typeof badge.badgeAwarded>, tx: NotificationTx) {
    return this.news.awarded(tx, id, payload);
  }

  @Handles(badge.badgeExpiring)
  onExpiring({ id, payload }: EventOf<typeof badge.badgeExpiring>, tx: NotificationTx) {
    return this.news.expiring(tx, id, payload);
  }

  @Handles(badge.badgeExpired)
  onExpired({ id, payload }: EventOf<typeof badge.badgeExpired>, tx: NotificationTx) {
    return this.news.ended(tx, id, 'badge_expired', payload);
  }

  @Handles(badge.badgeRevoked)
  onRevoked({ id, payload }: EventOf<typeof badge.badgeRevoked>, tx: NotificationTx) {
    return this.news.ended(tx, id, 'badge_revoked', payload);
  }
}
