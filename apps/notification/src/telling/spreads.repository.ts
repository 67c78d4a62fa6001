import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql, type Selectable } from 'kysely';
import { v7 } from 'uuid';
import type { NotificationTx } from '../db/schema.ts';
import type { SpreadsTable } from '../db/spreads.table.ts';
import { nextAttempt } from '../jobs/attempts.ts';

export type Spread = Selectable<SpreadsTable>;
export interface NewSpread {
  readonly postId: string;
  readonly topicId: string;
  readonly categoryId: string;
  readonly number: number;
  readonly actorId: string;
}

/** While a post is hidden its spread is due so late that it is not. */
const never = new Date('9999-01-01T00:00:00Z');

@Injectable()
export class SpreadsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async add(tx: NotificationTx, { postId, topicId, categoryId, number, actorId }: NewSpread): Promise<void> {
    const now = new Date(this.clock());
    await tx.db
      .insertInto('spreads')
      .values({ id: v7(), topic_id: topicId, category_id: categoryId, post_id: postId, post_number: number, actor_id: actorId, happened_at: now, next_at: now })
      .onConflict((conflict) => conflict.column('post_id').doNothing())
      .execute();
  }

  async lock(tx: NotificationTx, postId: string): Promise<void> {
    await sql`select from spreads where post_id = ${postId} for update`.execute(tx.db);
  }

  /** The row under its lock, when it is still where `cursor` says; undefined when another process has gone on or it has ended. */
  async take(tx: NotificationTx, { id, cursor }: Spread): Promise<Spread | undefined> {
    return tx.db
      .selectFrom('spreads').selectAll().where('id', '=', id).where('done_at', 'is', null).where('next_at', '<', never)
      .where(sql<boolean>`cursor is not distinct from ${cursor}::uuid`).forUpdate().executeTakeFirst();
  }

  /** Goes on after `cursor`, or is done with null. */
  async advance(tx: NotificationTx, id: string, cursor: string | null, told: number): Promise<void> {
    const at = cursor === null ? { done_at: new Date(this.clock()) } : { cursor };
    await tx.db.updateTable('spreads').set((eb) => ({ ...at, told: eb('told', '+', told), attempts: 0, note: null })).where('id', '=', id).execute();
  }

  /** Comes up again later: what it needs to know is not to be had. It is never given up. */
  async postpone(tx: NotificationTx, { id, attempts }: Spread, note: string): Promise<void> {
    const nextAt = nextAttempt(this.clock(), attempts + 1);
    await tx.db.updateTable('spreads').set((eb) => ({ attempts: eb('attempts', '+', 1), next_at: nextAt, note })).where('id', '=', id).where('next_at', '<', never).execute();
  }

  async end(tx: NotificationTx, postId: string): Promise<void> {
    await tx.db.updateTable('spreads').set({ done_at: new Date(this.clock()) }).where('post_id', '=', postId).where('done_at', 'is', null).execute();
  }

  async hold(tx: NotificationTx, postId: string, held: boolean): Promise<void> {
    await tx.db.updateTable('spreads').set({ next_at: held ? never : new Date(this.clock()) }).where('post_id', '=', postId).where('done_at', 'is', null).execute();
  }
}
