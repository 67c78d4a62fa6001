import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import type { DecisionsTable } from '../db/decisions.table.ts';
import type { ForumTx } from '../db/schema.ts';

@Injectable()
export class DecisionsRepository {
  async insert(tx: ForumTx, { payload, ...decision }: Insertable<DecisionsTable>): Promise<void> {
    await tx.db.insertInto('forum_decisions').values({ ...decision, payload: payload === null ? null : (JSON.stringify(payload) as never) }).execute();
  }
}
