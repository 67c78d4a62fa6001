import { Injectable } from '@nestjs/common';
import { badge as badges } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { Permissions } from '@unityplan/service-kit';
import type { BadgeTx } from '../db/schema.ts';
import { BadgeMetrics } from '../events.ts';
import { Expiry } from '../expiry/expiry.service.ts';
import type { AwardRow } from './awards.repository.ts';

/** Tells of changes: an event with the commit, and at once whoever in this process acts on what members hold. */
@Injectable()
export class Announcing {
  constructor(
    private readonly outbox: Outbox,
    private readonly permissions: Permissions,
    private readonly expiry: Expiry,
    private readonly metrics: BadgeMetrics,
  ) {}

  async awarded(tx: BadgeTx, row: AwardRow, renewed: boolean): Promise<void> {
    await this.outbox.publish(tx, badges.badgeAwarded, {
      awardId: row.id, memberId: row.member_id, badge: row.badge, territory: row.territory, level: row.level, expiresAt: row.expires_at?.toISOString() ?? null,
      source: renewed ? 'renewal' : row.source, courseId: row.course_id, byId: row.by_id,
    });
    this.afterCommit(tx, row, renewed ? 'renewed' : 'awarded');
  }

  async revoked(tx: BadgeTx, row: AwardRow): Promise<void> {
    await this.outbox.publish(tx, badges.badgeRevoked, { awardId: row.id, memberId: row.member_id, badge: row.badge, territory: row.territory, byId: row.revoked_by });
    this.afterCommit(tx, row, 'revoked');
  }

  private afterCommit(tx: BadgeTx, row: AwardRow, change: 'awarded' | 'renewed' | 'revoked'): void {
    tx.onCommit(() => {
      this.permissions.forget(tx.territory, row.member_id);
      this.expiry.noticed(tx.territory, row.due_at?.getTime() ?? null);
      this.metrics.changed(change);
    });
  }
}
