import { Inject, Injectable } from '@nestjs/common';
import type { badge as badges } from '@unityplan/contracts';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { BadgeDb } from '../db/schema.ts';
import { toHolding } from './awards.mapper.ts';

const mostRoleHolders = 1_000;

/** What members hold, as the evaluator asks for it; straight from PostgreSQL each time. */
@Injectable()
export class HoldingsViews {
  constructor(
    @Inject(DB) private readonly db: BadgeDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By one statement, whatever the number of members; who holds nothing has an empty list. */
  async of(territory: string, memberIds: readonly string[]): Promise<Map<string, badges.Holding[]>> {
    const found = new Map<string, badges.Holding[]>(memberIds.map((id) => [id, []]));
    if (memberIds.length === 0) return found;
    const rows = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('user_badges')
        .select(['member_id', 'badge', 'level', 'territory', 'awarded_at', 'expires_at'])
        .where('member_id', '=', sql<string>`any(${memberIds}::uuid[])`)
        .where('revoked_at', 'is', null)
        .execute(),
    );
    for (const row of rows) found.get(row.member_id)!.push(toHolding(row));
    return found;
  }

  /** Members who hold one of these badges now, wherever it was awarded, in order of ids; 1,000 at most. */
  async holdersOf(territory: string, badges: readonly string[]): Promise<string[]> {
    const now = new Date(this.clock());
    const rows = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('user_badges')
        .select('member_id')
        .distinct()
        .where('badge', '=', sql<string>`any(${badges}::text[])`)
        .where('revoked_at', 'is', null)
        .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
        .orderBy('member_id')
        .limit(mostRoleHolders)
        .execute(),
    );
    return rows.map(({ member_id }) => member_id);
  }
}
