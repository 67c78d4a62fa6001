import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { NotificationDb, NotificationReader } from '../db/schema.ts';
import { toPreferences, type Preferences } from './preferences.policy.ts';

@Injectable()
export class PreferencesViews {
  constructor(@Inject(DB) private readonly db: NotificationDb) {}

  get(territory: string, memberId: string): Promise<Preferences> {
    return this.db.read(territory, (reader) => this.of(reader, memberId));
  }

  async of(reader: NotificationReader, memberId: string): Promise<Preferences> {
    return toPreferences(await reader.selectFrom('notification_preferences').selectAll().where('member_id', '=', memberId).executeTakeFirst());
  }
}
