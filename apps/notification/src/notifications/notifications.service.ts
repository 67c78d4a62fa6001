import { Inject, Injectable } from '@nestjs/common';
import { notification, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB, type MemberContext } from '@unityplan/service-kit';
import type { NotificationDb, NotificationTx } from '../db/schema.ts';
import { MailQueue } from '../mail/mail-queue.service.ts';
import { wantedByMail, wantedInApp } from '../preferences/preferences.policy.ts';
import { PreferencesViews } from '../preferences/preferences.views.ts';
import { whoIsTold, type Happening } from './notifications.policy.ts';
import { NotificationsRepository } from './notifications.repository.ts';
import { NotificationsViews } from './notifications.views.ts';

type WhatIsRead = RouteInput<typeof notification.markRead>['body'];

@Injectable()
export class NotificationsService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly repository: NotificationsRepository,
    private readonly views: NotificationsViews,
    private readonly preferences: PreferencesViews,
    private readonly mail: MailQueue,
    private readonly outbox: Outbox,
  ) {}

  /** Tells everyone whom it concerns, in the transaction that records the event: a row in the list and a mail job, as each prefers. */
  async tell(tx: NotificationTx, happening: Happening): Promise<void> {
    const told = whoIsTold(happening);
    if (told.length === 0) return;
    const preferencesOf = await this.preferences.of(tx.db, told.map(({ memberId }) => memberId));
    const inApp = told.map(({ memberId, reasons }) => ({ memberId, reasons: wantedInApp(reasons, preferencesOf(memberId)) }));
    const byMail = told.map(({ memberId, reasons }) => ({ memberId, reasons: wantedByMail(reasons, preferencesOf(memberId)) }));
    const created = await this.repository.add(tx, happening, inApp.filter(({ reasons }) => reasons.length > 0));
    await this.mail.add(tx, byMail.filter(({ reasons }) => reasons.length > 0).map((one) => ({ ...one, kind: 'post', aboutId: happening.postId })));
    for (const { id, member_id, reasons } of created) await this.outbox.publish(tx, notification.notificationCreated, { notificationId: id, memberId: member_id, reasons });
  }

  /** Takes a deleted post out of everyone's list and stops its mail. */
  async forgetPost(tx: NotificationTx, postId: string): Promise<void> {
    await this.mail.cancel(tx, postId, 'the post was deleted');
    const unreadBy = await this.repository.removePost(tx, postId);
    for (const memberId of unreadBy) await this.tellUnread(tx, memberId);
  }

  /** Marks as read; the member's other devices hear of it when anything changed. */
  markRead(call: MemberContext, what: WhatIsRead): Promise<RouteAnswer<typeof notification.markRead>> {
    const { memberId } = call.member;
    return this.db.transact(call.territory, async (tx) => {
      const changed = await this.repository.markRead(tx, memberId, what);
      return { unread: changed ? await this.tellUnread(tx, memberId) : await this.views.unread(tx.db, memberId) };
    });
  }

  private async tellUnread(tx: NotificationTx, memberId: string): Promise<number> {
    const unread = await this.views.unread(tx.db, memberId);
    await this.outbox.publish(tx, notification.notificationsRead, { memberId, unread });
    return unread;
  }
}
