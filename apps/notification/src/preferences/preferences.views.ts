import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { Selectable } from 'kysely';
import type { PreferencesTable } from '../db/preferences.table.ts';
import type { NotificationDb, NotificationReader } from '../db/schema.ts';
import { defaults, type Preferences } from './preferences.policy.ts';

@Injectable()
export class PreferencesViews {
  constructor(@Inject(DB) private readonly db: NotificationDb) {}

  async get(territory: string, memberId: string): Promise<Preferences> {
    const preferencesOf = await this.db.read(territory, (reader) => this.of(reader, [memberId]));
    return preferencesOf(memberId);
  }

  /** The preferences of several members, read at once. */
  async of(reader: NotificationReader, memberIds: readonly string[]): Promise<(memberId: string) => Preferences> {
    if (memberIds.length === 0) return () => defaults;
    const rows = await reader.selectFrom('notification_preferences').selectAll().where('member_id', 'in', memberIds).execute();
    const known = new Map(rows.map((row) => [row.member_id, toPreferences(row)]));
    return (memberId) => known.get(memberId) ?? defaults;
  }
}

export function toPreferences(row: Selectable<PreferencesTable>): Preferences {
  return {
    mention: { inApp: row.mention_in_app, mail: row.mention_mail },
    reply: { inApp: row.reply_in_app, mail: row.reply_mail },
    mailPaused: row.mail_paused,
  };
}
