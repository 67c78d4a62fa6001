import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import type { AppealsTable } from '../db/cases.table.ts';
import type { ForumTx } from '../db/schema.ts';

@Injectable()
export class AppealsRepository {
  decision(tx: ForumTx, decisionId: string) {
    return tx.db.selectFrom('forum_decisions').select(['id', 'action', 'post_id', 'author_id', 'moderator_id', 'decided_at']).where('id', '=', decisionId).executeTakeFirst();
  }

  async insert(tx: ForumTx, appeal: Insertable<AppealsTable>): Promise<void> {
    await tx.db.insertInto('forum_appeals').values(appeal).execute();
  }
}
