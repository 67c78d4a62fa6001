import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql, type Selectable } from 'kysely';
import type { DraftsTable } from '../db/reading.table.ts';
import type { ForumTx } from '../db/schema.ts';

export type DraftRow = Selectable<DraftsTable>;

@Injectable()
export class DraftsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Saves when `revision` is the stored one, or nothing is stored. Undefined when there is a newer one. */
  async save(tx: ForumTx, draft: Pick<DraftRow, 'member_id' | 'place' | 'topic_id' | 'category_id' | 'revision' | 'sealed'>): Promise<DraftRow | undefined> {
    const { member_id, place, topic_id, category_id, revision, sealed } = draft;
    const { rows } = await sql<DraftRow>`
      insert into forum_drafts as draft (member_id, place, topic_id, category_id, revision, saved_at, sealed)
      values (${member_id}, ${place}, ${topic_id}, ${category_id}, ${revision + 1}, ${new Date(this.clock())}, ${sealed})
      on conflict (member_id, place) do update set revision = draft.revision + 1, saved_at = excluded.saved_at, sealed = excluded.sealed where draft.revision = ${revision}
      returning *`.execute(tx.db);
    return rows[0];
  }

  find(tx: ForumTx, memberId: string, place: string): Promise<DraftRow | undefined> {
    return tx.db.selectFrom('forum_drafts').selectAll().where('member_id', '=', memberId).where('place', '=', place).executeTakeFirst();
  }

  async delete(tx: ForumTx, memberId: string, place: string): Promise<void> {
    await tx.db.deleteFrom('forum_drafts').where('member_id', '=', memberId).where('place', '=', place).execute();
  }
}
