import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import type { PreferencesTable } from '../db/preferences.table.ts';
import type { NotificationReader } from '../db/schema.ts';
import type { WatchLevel } from '../db/watch-levels.table.ts';
import { toPreferences } from '../preferences/preferences.policy.ts';
import type { Candidate } from './happening.policy.ts';

type Row = Partial<Selectable<PreferencesTable>> & { id: string; topic_level: WatchLevel | null; category_level: WatchLevel | null; pushable: boolean };

/** The post's topic and category, by which members watch. */
export interface Around {
  readonly topicId: string;
  readonly categoryId: string;
}

/** What must be known of members to tell them: wishes, levels and browsers, in one statement however many they are. */
@Injectable()
export class CandidatesViews {
  /** The named members. */
  of(reader: NotificationReader, memberIds: readonly string[]): Promise<Candidate[]> {
    return this.read(reader, sql`select unnest(${[...memberIds]}::uuid[]) as id`, undefined);
  }

  /** The named members, and others who watch the topic or its category but for `actorId`: when they are more than `limit`, at least one more. */
  around(reader: NotificationReader, at: Around & { readonly actorId: string }, memberIds: readonly string[], limit: number): Promise<Candidate[]> {
    const named = sql`${[...memberIds]}::uuid[]`;
    // Who is counted apart must not fill a place below the limit, or someone behind it would be overlooked.
    const watching = (placeId: string) =>
      sql`(select member_id from watch_levels where place_id = ${placeId} and level = 'watching' and member_id <> all (${named}) and member_id <> ${at.actorId} limit ${limit + 1})`;
    return this.read(reader, sql`select unnest(${named}) as id union ${watching(at.topicId)} union ${watching(at.categoryId)}`, at);
  }

  /** Those who watch the topic or its category, in order of ids after `cursor`; fewer than `limit` only at the end. */
  async watchers(reader: NotificationReader, at: Around, cursor: string | null, limit: number): Promise<Candidate[]> {
    const after = cursor ?? '00000000-0000-0000-0000-000000000000';
    const watching = (placeId: string) => sql`(select member_id from watch_levels where place_id = ${placeId} and level = 'watching' and member_id > ${after} order by member_id limit ${limit})`;
    return this.read(reader, sql`select member_id as id from (${watching(at.topicId)} union ${watching(at.categoryId)}) w order by member_id limit ${limit}`, at);
  }

  private async read(reader: NotificationReader, members: ReturnType<typeof sql>, at: Around | undefined): Promise<Candidate[]> {
    const levels = at
      ? sql`topic.level as topic_level, category.level as category_level`
      : sql`null as topic_level, null as category_level`;
    const joins = at
      ? sql`left join watch_levels topic on topic.member_id = m.id and topic.place_id = ${at.topicId} left join watch_levels category on category.member_id = m.id and category.place_id = ${at.categoryId}`
      : sql``;
    const { rows } = await sql<Row>`
      select m.id, ${levels}, p.*, exists (select from push_subscriptions s where s.member_id = m.id) as pushable
      from (${members}) m ${joins} left join notification_preferences p on p.member_id = m.id order by m.id`.execute(reader);
    return rows.map((row) => ({ memberId: row.id, preferences: toPreferences(row), topicLevel: row.topic_level, categoryLevel: row.category_level, pushable: row.pushable }));
  }
}
