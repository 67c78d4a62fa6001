import { Injectable } from '@nestjs/common';
import { sql, type Insertable } from 'kysely';
import type { Reason } from '../db/notifications.table.ts';
import type { PreferencesTable } from '../db/preferences.table.ts';
import type { NotificationTx } from '../db/schema.ts';
import { defaults, toPreferences, type Preferences } from './preferences.policy.ts';

@Injectable()
export class PreferencesRepository {
  set(tx: NotificationTx, memberId: string, { reasons, mailPaused, pushPaused, pushPrivate, digest, quietHours }: Preferences): Promise<Preferences> {
    return this.write(tx, memberId, {
      channels: JSON.stringify(reasons), mail_paused: mailPaused, push_paused: pushPaused, push_private: pushPrivate,
      digest_on: digest.on, digest_every: digest.every, digest_weekday: digest.weekday, digest_hour: digest.hour,
      quiet_from: quietHours?.from ?? null, quiet_to: quietHours?.to ?? null,
    });
  }

  /** Changes channels of one reason and leaves everything else, also what another request changes at the same time. */
  async setChannels(tx: NotificationTx, memberId: string, reason: Reason, change: Partial<Preferences['reasons']['mention']>): Promise<Preferences> {
    const whole = JSON.stringify({ [reason]: { ...defaults.reasons[reason], ...change } });
    const { rows } = await sql<never>`
      insert into notification_preferences as p (member_id, channels) values (${memberId}, ${whole}::jsonb)
      on conflict (member_id) do update set channels = p.channels || jsonb_build_object(${reason}::text,
        coalesce(p.channels -> ${reason}::text, ${JSON.stringify(defaults.reasons[reason])}::jsonb) || ${JSON.stringify(change)}::jsonb)
      returning *`.execute(tx.db);
    return toPreferences(rows[0]);
  }

  setDigest(tx: NotificationTx, memberId: string, on: boolean): Promise<Preferences> {
    return this.write(tx, memberId, { digest_on: on });
  }

  private async write(tx: NotificationTx, memberId: string, values: Partial<Omit<Insertable<PreferencesTable>, 'member_id'>>): Promise<Preferences> {
    const row = await tx.db
      .insertInto('notification_preferences')
      .values({ member_id: memberId, channels: '{}', ...values })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet(values))
      .returningAll()
      .executeTakeFirstOrThrow();
    return toPreferences(row);
  }
}
