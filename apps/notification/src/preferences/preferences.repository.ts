import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import type { Reason } from '../db/notifications.table.ts';
import type { PreferencesTable } from '../db/preferences.table.ts';
import type { NotificationTx } from '../db/schema.ts';
import type { Preferences } from './preferences.policy.ts';
import { toPreferences } from './preferences.views.ts';

@Injectable()
export class PreferencesRepository {
  set(tx: NotificationTx, memberId: string, { mention, reply, mailPaused }: Preferences): Promise<Preferences> {
    return this.write(tx, memberId, {
      mention_in_app: mention.inApp, mention_mail: mention.mail, reply_in_app: reply.inApp, reply_mail: reply.mail, mail_paused: mailPaused,
    });
  }

  /** Turns mail for one reason on or off and leaves everything else. */
  setMail(tx: NotificationTx, memberId: string, reason: Reason, on: boolean): Promise<Preferences> {
    return this.write(tx, memberId, reason === 'mention' ? { mention_mail: on } : { reply_mail: on });
  }

  private async write(tx: NotificationTx, memberId: string, values: Omit<Insertable<PreferencesTable>, 'member_id'>): Promise<Preferences> {
    const row = await tx.db
      .insertInto('notification_preferences')
      .values({ member_id: memberId, ...values })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet(values))
      .returningAll()
      .executeTakeFirstOrThrow();
    return toPreferences(row);
  }
}
