import { Injectable } from '@nestjs/common';
import { sql, type Insertable } from 'kysely';
import type { FlagsTable } from '../db/cases.table.ts';
import type { ForumTx } from '../db/schema.ts';

@Injectable()
export class FlagsRepository {
  /** The member's flag in an open case. */
  find(tx: ForumTx, caseId: string, flaggerId: string): Promise<{ id: string } | undefined> {
    return tx.db.selectFrom('forum_flags').select('id').where('case_id', '=', caseId).where('flagger_id', '=', flaggerId).executeTakeFirst();
  }

  async insert(tx: ForumTx, flag: Insertable<FlagsTable>): Promise<void> {
    await sql`with flag as (
      insert into forum_flags (id, case_id, flagger_id, kind, text_sealed, flagged_at)
      values (${flag.id}, ${flag.case_id}, ${flag.flagger_id}, ${flag.kind}, ${flag.text_sealed}, ${flag.flagged_at})
    ) update forum_cases set flag_count = flag_count + 1 where id = ${flag.case_id}`.execute(tx.db);
  }
}
