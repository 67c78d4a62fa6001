import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import type { DecisionsTable } from '../db/decisions.table.ts';
import type { ForumTx } from '../db/schema.ts';

type NewDecision = Omit<Insertable<DecisionsTable>, 'payload'> & { readonly payload: Record<string, unknown> | null };

@Injectable()
export class DecisionsRepository {
  async insert(tx: ForumTx, { payload, ...decision }: NewDecision): Promise<void> {
    await tx.db.insertInto('forum_decisions').values({ ...decision, payload: payload && JSON.stringify(payload) }).execute();
  }
}
