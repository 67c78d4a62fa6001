import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import type { CasesTable } from '../db/cases.table.ts';
import type { ForumReader, ForumTx } from '../db/schema.ts';

export type CaseRow = Selectable<CasesTable>;
export interface NewCase {
  readonly caseId: string;
  readonly postId: string;
  readonly topicId: string;
  readonly authorId: string;
  readonly at: Date;
}

@Injectable()
export class CasesRepository {
  /** A case with the category its topic is in now. */
  find(reader: ForumReader, caseId: string) {
    return reader
      .selectFrom('forum_cases as case')
      .innerJoin('forum_topics as topic', 'topic.id', 'case.topic_id')
      .selectAll('case')
      .select('topic.category_id')
      .where('case.id', '=', caseId)
      .executeTakeFirst();
  }

  /** Takes a case for a moderator, unless someone else has it; of two at once one gets it. */
  claim(tx: ForumTx, caseId: string, memberId: string, now: Date, until: Date): Promise<CaseRow | undefined> {
    return tx.db
      .updateTable('forum_cases')
      .set({ claimed_by: memberId, claimed_until: until })
      .where('id', '=', caseId)
      .where('decided_at', 'is', null)
      .where((eb) => eb.or([eb('claimed_by', 'is', null), eb('claimed_by', '=', memberId), eb('claimed_until', '<=', now)]))
      .returningAll()
      .executeTakeFirst();
  }

  async release(tx: ForumTx, caseId: string, memberId: string): Promise<void> {
    await tx.db.updateTable('forum_cases').set({ claimed_by: null, claimed_until: null }).where('id', '=', caseId).where('claimed_by', '=', memberId).where('decided_at', 'is', null).execute();
  }

  lock(tx: ForumTx, caseId: string): Promise<CaseRow | undefined> {
    return tx.db.selectFrom('forum_cases').selectAll().where('id', '=', caseId).forUpdate().executeTakeFirst();
  }

  /** The undecided case of a post, under its lock. */
  lockOpen(tx: ForumTx, postId: string, kind: CaseRow['kind']): Promise<CaseRow | undefined> {
    return tx.db.selectFrom('forum_cases').selectAll().where('post_id', '=', postId).where('kind', '=', kind).where('decided_at', 'is', null).forUpdate().executeTakeFirst();
  }

  /** The open case of a flagged post, made with the first flag. Call it under the post's lock. */
  async openForFlags(tx: ForumTx, { caseId, postId, topicId, authorId, at }: NewCase): Promise<string> {
    const { rows } = await sql<{ id: string }>`
      insert into forum_cases (id, kind, post_id, topic_id, author_id, opened_at) values (${caseId}, 'flags', ${postId}, ${topicId}, ${authorId}, ${at})
      on conflict (post_id) where kind = 'flags' and decided_at is null do update set post_id = excluded.post_id
      returning id`.execute(tx.db);
    return rows[0]!.id;
  }

  /** The case of an appeal; false when the decision was appealed before. */
  async openForAppeal(tx: ForumTx, { caseId, postId, topicId, authorId, at }: NewCase, appealed: { decisionId: string; moderatorId: string }): Promise<boolean> {
    const made = await tx.db
      .insertInto('forum_cases')
      .values({
        id: caseId, kind: 'appeal', post_id: postId, topic_id: topicId, author_id: authorId, opened_at: at, appealed_id: appealed.decisionId, not_by: appealed.moderatorId,
        claimed_by: null, claimed_until: null, decided_at: null, decision_id: null,
      })
      .onConflict((conflict) => conflict.column('appealed_id').doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }

  async close(tx: ForumTx, caseId: string, decisionId: string, at: Date): Promise<void> {
    await tx.db.updateTable('forum_cases').set({ decided_at: at, decision_id: decisionId }).where('id', '=', caseId).execute();
  }

  async flaggers(tx: ForumTx, caseId: string): Promise<string[]> {
    const rows = await tx.db.selectFrom('forum_flags').select('flagger_id').where('case_id', '=', caseId).orderBy('id').execute();
    return rows.map(({ flagger_id }) => flagger_id);
  }
}
