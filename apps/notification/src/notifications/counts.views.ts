import { Inject, Injectable } from '@nestjs/common';
import { DB, type MemberContext } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { NotificationDb, NotificationReader } from '../db/schema.ts';

export interface Counts {
  readonly unread: number;
  readonly unseen: number;
}

const countedTo = 100;
const none: Counts = { unread: 0, unseen: 0 };

@Injectable()
export class CountsViews {
  constructor(@Inject(DB) private readonly db: NotificationDb) {}

  async get({ territory, member }: MemberContext): Promise<Counts> {
    return (await this.db.read(territory, (reader) => this.of(reader, [member.memberId])))(member.memberId);
  }

  /** How many items members have not read, and not seen, each counted up to 100. */
  async of(reader: NotificationReader, memberIds: readonly string[]): Promise<(memberId: string) => Counts> {
    if (memberIds.length === 0) return () => none;
    const { rows } = await sql<{ member_id: string; unread: number; unseen: number }>`
      select m.id as member_id, c.unread, c.unseen from unnest(${[...memberIds]}::uuid[]) as m (id), lateral (
        select count(*)::int as unread, (count(*) filter (where seen_at is null))::int as unseen
        from (select seen_at from notifications where member_id = m.id and read_at is null and done_at is null and live > 0 limit ${countedTo}) u
      ) c`.execute(reader);
    const known = new Map(rows.map(({ member_id, unread, unseen }) => [member_id, { unread, unseen }]));
    return (memberId) => known.get(memberId) ?? none;
  }
}
