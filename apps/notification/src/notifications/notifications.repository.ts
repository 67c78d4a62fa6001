import { Inject, Injectable } from '@nestjs/common';
import type { notification, RouteInput } from '@unityplan/contracts';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Reason } from '../db/notifications.table.ts';
import type { NotificationTx } from '../db/schema.ts';
import { reasonOrder, type Happening, type Told } from './notifications.policy.ts';

type WhatIsRead = RouteInput<typeof notification.markRead>['body'];

@Injectable()
export class NotificationsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Adds a row per member, or merges the reasons into the one there is for this post. Answers the new rows. */
  async add(tx: NotificationTx, happening: Happening, told: readonly Told[]): Promise<{ id: string; member_id: string; reasons: Reason[] }[]> {
    if (told.length === 0) return [];
    const rows = told.map(({ memberId, reasons }) => ({
      id: v7(),
      member_id: memberId,
      reasons: [...reasons],
      actor_id: happening.actorId,
      topic_id: happening.topicId,
      post_id: happening.postId,
      post_number: happening.number,
      created_at: new Date(this.clock()),
    }));
    const merged = sql<Reason[]>`array(select reason from unnest(${[...reasonOrder]}::text[]) with ordinality as every (reason, place)
      where reason = any (notifications.reasons || excluded.reasons) order by place)`;
    const written = await tx.db
      .insertInto('notifications')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['member_id', 'post_id']).doUpdateSet({ reasons: merged }))
      .returning(['id', 'member_id', 'reasons'])
      .execute();
    const fresh = new Set(rows.map(({ id }) => id));
    return written.filter(({ id }) => fresh.has(id));
  }

  /** Marks what is named and still unread; true when there was any. */
  async markRead(tx: NotificationTx, memberId: string, what: WhatIsRead): Promise<boolean> {
    let unread = tx.db.updateTable('notifications').set({ read_at: new Date(this.clock()) }).where('member_id', '=', memberId).where('read_at', 'is', null);
    if ('notificationIds' in what) unread = unread.where('id', 'in', what.notificationIds);
    if ('topicId' in what) unread = unread.where('topic_id', '=', what.topicId).where('post_number', '<=', Math.min(what.upToNumber, 2_147_483_647));
    const { numUpdatedRows } = await unread.executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Removes everyone's row of a post; answers the members who had not read it, in order of ids. */
  async removePost(tx: NotificationTx, postId: string): Promise<string[]> {
    const removed = await tx.db.deleteFrom('notifications').where('post_id', '=', postId).returning(['member_id', 'read_at']).execute();
    return removed.filter(({ read_at }) => read_at === null).map(({ member_id }) => member_id).sort();
  }
}
