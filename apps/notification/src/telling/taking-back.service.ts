import { Injectable } from '@nestjs/common';
import { notification } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { v7 } from 'uuid';
import type { Kind } from '../db/notifications.table.ts';
import type { NotificationTx } from '../db/schema.ts';
import { CountsViews } from '../notifications/counts.views.ts';
import { TakingBackRepository } from './taking-back.repository.ts';

/** Up to so many members hear their new count each; more are asked to look. */
const mostCounted = 20;
const mostPerEvent = 1_000;

/** Takes out of lists and queues what is gone, hidden or overtaken. */
@Injectable()
export class TakingBackService {
  constructor(
    private readonly repository: TakingBackRepository,
    private readonly counts: CountsViews,
    private readonly outbox: Outbox,
  ) {}

  /** Something is gone for good: nobody sees it any more, and nothing about it is sent. */
  async remove(tx: NotificationTx, subjectId: string, kind: Kind, note: string): Promise<void> {
    await this.repository.cancelJobs(tx, subjectId, note);
    await this.announce(tx, await this.repository.remove(tx, subjectId), kind);
  }

  /** A post was hidden, or is shown again. */
  async hide(tx: NotificationTx, postId: string, hidden: boolean): Promise<void> {
    await this.announce(tx, await this.repository.hide(tx, postId, hidden), 'post');
  }

  /** What was told about a badge is history now: it stays in the list and is not sent any more. */
  overtake(tx: NotificationTx, memberId: string, what: { awardId?: string; badge?: string; abouts: readonly string[] }, note: string): Promise<void> {
    return this.repository.overtake(tx, memberId, what, note);
  }

  /** Tells the devices of everyone whose unread count changed. */
  private async announce(tx: NotificationTx, memberIds: readonly string[], kind: Kind): Promise<void> {
    if (memberIds.length > mostCounted) {
      for (let i = 0; i < memberIds.length; i += mostPerEvent)
        await this.outbox.publish(tx, notification.notificationSpread, { spreadId: v7(), memberIds: memberIds.slice(i, i + mostPerEvent), kind });
      return;
    }
    const counts = await this.counts.of(tx.db, memberIds);
    for (const memberId of memberIds) await this.outbox.publish(tx, notification.notificationsRead, { memberId, unread: counts(memberId).unread });
  }
}
