import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { NotificationTx } from '../db/schema.ts';
import type { WatchLevel, WatchLevelsTable } from '../db/watch-levels.table.ts';
import { mostLevels } from './watch-levels.policy.ts';

export interface Place {
  readonly place: WatchLevelsTable['place'];
  readonly placeId: string;
}

@Injectable()
export class WatchLevelsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** False when the member has chosen for as many places as one may, and this is another. */
  async set(tx: NotificationTx, memberId: string, { place, placeId }: Place, level: WatchLevel): Promise<boolean> {
    const now = new Date(this.clock());
    const { numAffectedRows } = await sql`
      insert into watch_levels (member_id, place, place_id, level, rank, set_at)
      select ${memberId}, ${place}, ${placeId}, ${level}, ${v7()}::uuid, ${now}
      where exists (select from watch_levels where member_id = ${memberId} and place_id = ${placeId}) or (select count(*) from watch_levels where member_id = ${memberId}) < ${mostLevels}
      on conflict (member_id, place_id) do update set level = excluded.level, rank = excluded.rank, set_at = excluded.set_at where watch_levels.level <> excluded.level
      returning 1`.execute(tx.db);
    if ((numAffectedRows ?? 0n) > 0n) return true;
    const same = await tx.db.selectFrom('watch_levels').select('level').where('member_id', '=', memberId).where('place_id', '=', placeId).executeTakeFirst();
    return same !== undefined;
  }

  /** False when nothing was chosen. */
  async clear(tx: NotificationTx, memberId: string, placeId: string): Promise<boolean> {
    const { numDeletedRows } = await tx.db.deleteFrom('watch_levels').where('member_id', '=', memberId).where('place_id', '=', placeId).executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}
