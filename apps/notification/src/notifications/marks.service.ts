import { Inject, Injectable } from '@nestjs/common';
import { notification, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB, type MemberContext } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import type { NotificationDb, NotificationTx } from '../db/schema.ts';
import { CountsViews, type Counts } from './counts.views.ts';
import { MarksRepository } from './marks.repository.ts';

/** Seen, read, done and saved: four states apart. The member's other devices hear of every change. */
@Injectable()
export class MarksService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly repository: MarksRepository,
    private readonly counts: CountsViews,
    private readonly outbox: Outbox,
  ) {}

  mark({ territory, member }: MemberContext, { mark, which }: RouteInput<typeof notification.markNotifications>['body']): Promise<RouteAnswer<typeof notification.markNotifications>> {
    return this.db.transact(territory, async (tx) => {
      const markId = v7();
      const changed = await this.repository.mark(tx, member.memberId, mark, which, markId);
      const undoable = changed > 0 && (mark === 'read' || mark === 'done');
      return { ...(await this.told(tx, member.memberId, changed)), changed, markId: undoable ? markId : null };
    });
  }

  /** Throws `mark_gone` when nothing is left of it. */
  undo({ territory, member }: MemberContext, markId: string): Promise<RouteAnswer<typeof notification.undoMark>> {
    return this.db.transact(territory, async (tx) => {
      const changed = await this.repository.undo(tx, member.memberId, markId);
      if (changed === 0) throw new Problem(notification.notificationErrors.mark_gone);
      return { ...(await this.told(tx, member.memberId, changed)), changed };
    });
  }

  private async told(tx: NotificationTx, memberId: string, changed: number): Promise<Counts> {
    const counts = (await this.counts.of(tx.db, [memberId]))(memberId);
    if (changed > 0) await this.outbox.publish(tx, notification.notificationsRead, { memberId, unread: counts.unread });
    return counts;
  }
}
