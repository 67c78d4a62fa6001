import { Inject, Injectable } from '@nestjs/common';
import { badge as badges } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, Permissions, type Clock } from '@unityplan/service-kit';
import { dueNow, nextDue } from '../awards/validity.policy.ts';
import type { BadgeDb, BadgeTx } from '../db/schema.ts';
import { BadgeMetrics } from '../events.ts';
import { ExpiryRepository, type DueAward } from './expiry.repository.ts';

const batch = 100;

/**
 * Tells what time alone brings: that a badge will end, and that it has. Knows the next instant of each territory, so that
 * waiting for it costs no query; row locks keep two processes from telling the same.
 */
@Injectable()
export class Expiry {
  /** Milliseconds since 1970 at which something is due, by territory. */
  private readonly next = new Map<string, number>();

  constructor(
    @Inject(DB) private readonly db: BadgeDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: ExpiryRepository,
    private readonly outbox: Outbox,
    private readonly permissions: Permissions,
    private readonly metrics: BadgeMetrics,
  ) {}

  /** Something will be due in a territory then, and perhaps something else before. */
  noticed(territory: string, due: number | null): void {
    if (due !== null) this.next.set(territory, Math.min(due, this.next.get(territory) ?? Infinity));
  }

  /** Some process awarded a badge with this end (ISO 8601). */
  awarded(territory: string, expiresAt: string | null): void {
    this.noticed(territory, nextDue(expiresAt === null ? null : Date.parse(expiresAt), this.clock()));
  }

  /** Territories in which something is due. */
  due(): string[] {
    const now = this.clock();
    return [...this.next].flatMap(([territory, instant]) => (instant <= now ? [territory] : []));
  }

  /** Reads when something is due next. */
  async look(territory: string): Promise<void> {
    const before = this.next.get(territory) ?? null;
    // Forgotten before the read: what is committed meanwhile is noticed on its own, and stays.
    this.next.delete(territory);
    try {
      const earliest = await this.db.read(territory, (reader) => this.repository.earliest(reader));
      this.noticed(territory, earliest?.getTime() ?? null);
    } catch (error) {
      this.noticed(territory, before);
      throw error;
    }
  }

  /** Tells everything that is due in a territory. */
  async tell(territory: string): Promise<void> {
    for (let told = batch; told === batch; ) told = await this.db.transact(territory, (tx) => this.tellSome(tx));
    await this.look(territory);
  }

  private async tellSome(tx: BadgeTx): Promise<number> {
    const now = this.clock();
    const due = await this.repository.takeDue(tx, new Date(now), batch);
    const next = due.map(({ id, expires_at }) => ({ id, at: nextDue(expires_at.getTime(), now) })).map(({ id, at }) => ({ id, due: at === null ? null : new Date(at) }));
    if (due.length > 0) await this.repository.setDue(tx, next);
    for (const award of due) await this.publish(tx, award, now);
    return due.length;
  }

  private async publish(tx: BadgeTx, award: DueAward, now: number): Promise<void> {
    const about = { awardId: award.id, memberId: award.member_id, badge: award.badge, territory: award.territory };
    const end = award.expires_at.getTime();
    const what = dueNow(end, now);
    if (what === 'expired') await this.outbox.publish(tx, badges.badgeExpired, about);
    else await this.outbox.publish(tx, badges.badgeExpiring, { ...about, expiresAt: award.expires_at.toISOString(), days: what });
    tx.onCommit(() => {
      if (what !== 'expired') return;
      this.permissions.forget(tx.territory, award.member_id);
      this.metrics.expired(now - end);
    });
  }
}
