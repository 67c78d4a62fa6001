import { Injectable } from '@nestjs/common';
import { badge as badges, type course, type EventOf } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { v7 } from 'uuid';
import type { BadgeTx } from '../db/schema.ts';
import { BadgeMetrics } from '../events.ts';
import { AwardsRepository } from './awards.repository.ts';
import { Granting } from './granting.service.ts';

/** How many members are looked at in one transaction after a definition changed. */
const membersAtOnce = 100;

/** Turns completed courses into badges: each completion once, at once or as soon as what the badge asks for is there. */
@Injectable()
export class Completions {
  constructor(
    private readonly repository: AwardsRepository,
    private readonly granting: Granting,
    private readonly outbox: Outbox,
    private readonly metrics: BadgeMetrics,
  ) {}

  async completed(tx: BadgeTx, { payload, time }: EventOf<typeof course.courseCompleted>): Promise<void> {
    const { memberId, badge, badgeLevel: level, completionId, courseId } = payload;
    if (badge === null) return;
    const member = await this.granting.lock(tx, memberId);
    const isNew = await this.repository.addGrant(tx, {
      id: v7(), member_id: memberId, badge, level, territory: tx.territory, source: 'course', completion_id: completionId, course_id: courseId, by_id: null, reason_sealed: null,
      granted_at: new Date(time), award_id: null, expires_at: null,
    });
    if (isNew && (await this.granting.settle(tx, member)) > 0) tx.onCommit(() => this.metrics.changed('waiting'));
  }

  /** Looks again at completions that wait for a badge whose rules have changed. Members are many: the event is told again until all were looked at. */
  async redefined(tx: BadgeTx, { badge, version }: { badge: string; version: number }): Promise<void> {
    const members = await this.repository.membersWaitingFor(tx, badge, version, membersAtOnce);
    for (const memberId of members) await this.granting.settle(tx, await this.granting.lock(tx, memberId));
    if (members.length === membersAtOnce) await this.outbox.publish(tx, badges.badgeDefined, { badge, version });
  }
}
