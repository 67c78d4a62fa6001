import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { EntriesTable } from '../db/notifications.table.ts';
import type { PreferencesTable } from '../db/preferences.table.ts';
import type { NotificationDb } from '../db/schema.ts';
import type { WatchLevel } from '../db/watch-levels.table.ts';
import { toPreferences } from '../preferences/preferences.policy.ts';
import type { Outgoing } from './outgoing.policy.ts';

type Row = Selectable<EntriesTable> & Partial<Omit<Selectable<PreferencesTable>, 'member_id'>> & {
  item_read_at: Date | null; item_done_at: Date | null; topic_level: WatchLevel | null; category_level: WatchLevel | null;
};

/** Entries as they are at the moment of sending. */
@Injectable()
export class OutgoingViews {
  constructor(@Inject(DB) private readonly db: NotificationDb) {}

  async one(territory: string, memberId: string, subjectId: string): Promise<Outgoing | undefined> {
    return (await this.read(territory, memberId, sql`e.subject_id = ${subjectId}`, 1))[0];
  }

  /** What waits for a member's digest, oldest first, up to `limit`. */
  waiting(territory: string, memberId: string, limit: number): Promise<Outgoing[]> {
    return this.read(territory, memberId, sql`e.digest = 'waiting'`, limit);
  }

  private async read(territory: string, memberId: string, which: RawBuilder<unknown>, limit: number): Promise<Outgoing[]> {
    const { rows } = await this.db.read(territory, (reader) => sql<Row>`
      select p.*, e.*, n.read_at as item_read_at, n.done_at as item_done_at, topic.level as topic_level, category.level as category_level
      from notification_entries e
      left join notifications n on n.id = e.notification_id
      left join notification_preferences p on p.member_id = e.member_id
      left join watch_levels topic on topic.member_id = e.member_id and topic.place_id = e.group_id
      left join watch_levels category on category.member_id = e.member_id and category.place_id = (e.details ->> 'categoryId')::uuid
      where e.member_id = ${memberId} and ${which} order by e.created_at, e.subject_id limit ${limit}`.execute(reader));
    return rows.map((row) => ({
      entry: row, itemReadAt: row.item_read_at, itemDoneAt: row.item_done_at, preferences: toPreferences(row), topicLevel: row.topic_level, categoryLevel: row.category_level,
    }));
  }
}
