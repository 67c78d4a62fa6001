import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { BadgeReader, BadgeTx } from '../db/schema.ts';

export interface DueAward {
  readonly id: string;
  readonly member_id: string;
  readonly badge: string;
  readonly territory: string;
  readonly expires_at: Date;
  readonly due_at: Date;
}

@Injectable()
export class ExpiryRepository {
  /** Awards about which something is due, locked; those that another process has in hand are left to it. */
  async takeDue(tx: BadgeTx, now: Date, limit: number): Promise<DueAward[]> {
    const { rows } = await sql<DueAward>`
      select id, member_id, badge, territory, expires_at, due_at from user_badges where due_at <= ${now} order by due_at, id limit ${limit} for update skip locked`.execute(tx.db);
    return rows;
  }

  /** Sets when each is due next. */
  async setDue(tx: BadgeTx, next: readonly { id: string; due: Date | null }[]): Promise<void> {
    await sql`
      update user_badges set due_at = w.due from unnest(${next.map(({ id }) => id)}::uuid[], ${next.map(({ due }) => due)}::timestamptz[]) as w (id, due)
      where user_badges.id = w.id`.execute(tx.db);
  }

  /** The earliest instant at which something is due. */
  async earliest(reader: BadgeReader): Promise<Date | null> {
    const { rows } = await sql<{ due: Date | null }>`select min(due_at) as due from user_badges where due_at is not null`.execute(reader);
    return rows[0]!.due;
  }
}
