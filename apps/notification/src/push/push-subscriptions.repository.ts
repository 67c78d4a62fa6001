import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql, type Selectable } from 'kysely';
import { v7 } from 'uuid';
import type { PushSubscriptionsTable } from '../db/push.table.ts';
import type { NotificationTx } from '../db/schema.ts';

export type PushSubscription = Selectable<PushSubscriptionsTable>;
const mostPerMember = 20;

@Injectable()
export class PushSubscriptionsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** A browser belongs to whoever signed in to it last: what was queued for someone else finds that out when sent. Drops the oldest over 20. */
  async put(tx: NotificationTx, memberId: string, values: Pick<PushSubscription, 'endpoint_index' | 'wrapped_key' | 'sealed'>): Promise<PushSubscription> {
    const row = await tx.db
      .insertInto('push_subscriptions')
      .values({ id: v7(), member_id: memberId, ...values, created_at: new Date(this.clock()), last_sent_at: null })
      .onConflict((conflict) => conflict.column('endpoint_index').doUpdateSet({ member_id: memberId, wrapped_key: values.wrapped_key, sealed: values.sealed }))
      .returningAll()
      .executeTakeFirstOrThrow();
    await sql`delete from push_subscriptions where member_id = ${memberId} and id in (select id from push_subscriptions where member_id = ${memberId} order by id desc offset ${mostPerMember})`.execute(tx.db);
    return row;
  }

  async remove(tx: NotificationTx, memberId: string, id: string): Promise<void> {
    await tx.db.deleteFrom('push_subscriptions').where('member_id', '=', memberId).where('id', '=', id).execute();
  }

  async removeByEndpoint(tx: NotificationTx, memberId: string, endpointIndex: string): Promise<void> {
    await tx.db.deleteFrom('push_subscriptions').where('member_id', '=', memberId).where('endpoint_index', '=', endpointIndex).execute();
  }

  async sent(tx: NotificationTx, id: string): Promise<void> {
    await tx.db.updateTable('push_subscriptions').set({ last_sent_at: new Date(this.clock()) }).where('id', '=', id).execute();
  }

  /** A message to see whether messages arrive. False when the member has no such browser. */
  async addTest(tx: NotificationTx, memberId: string, subscriptionId: string): Promise<boolean> {
    const now = new Date(this.clock());
    const added = await sql`
      insert into push_jobs (id, member_id, subscription_id, kind, about_id, next_at, created_at)
      select ${v7()}::uuid, member_id, id, 'test', ${v7()}::uuid, ${now}::timestamptz, ${now}::timestamptz from push_subscriptions where id = ${subscriptionId} and member_id = ${memberId} returning 1`.execute(tx.db);
    return added.rows.length > 0;
  }
}
