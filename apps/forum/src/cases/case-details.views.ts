import { Inject, Injectable } from '@nestjs/common';
import type { forum } from '@unityplan/contracts';
import { CLOCK, DB, People, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { z } from 'zod';
import { Confidential } from '../confidential/confidential.service.ts';
import { DecisionsViews } from '../decisions/decisions.views.ts';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import type { Member } from '../who.ts';
import { casePeople, toCase, type Case } from './cases.mapper.ts';
import type { CaseWithPost } from './cases.views.ts';

type FlagRow = { case_id: string; flagger_id: string; kind: z.infer<typeof forum.flagKind>; text_sealed: string | null; flagged_at: Date };
const mostFlags = 50;

/** Everything a moderator needs to judge cases: what was reported and appealed, opened for them, and what was decided before. */
@Injectable()
export class CaseDetails {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly confidential: Confidential,
    private readonly decisions: DecisionsViews,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async present(who: Member, rows: readonly CaseWithPost[]): Promise<Case[]> {
    if (rows.length === 0) return [];
    const { territory } = who;
    const caseIds = rows.map(({ id }) => id);
    const decisionIds = rows.flatMap(({ appealed_id, decision_id }) => [appealed_id, decision_id]).filter((id) => id !== null);
    const read = await this.db.read(territory, async (reader) => {
      const flags = await this.flags(reader, caseIds);
      const appeals = await reader.selectFrom('forum_appeals').selectAll().where('case_id', 'in', caseIds).execute();
      return {
        flags, appeals,
        keys: await this.confidential.keys(reader, [...flags.map(({ flagger_id }) => flagger_id), ...appeals.map(({ author_id }) => author_id)]),
        decisions: decisionIds.length === 0 ? [] : await this.decisions.rows(reader).where('decision.id', 'in', decisionIds).execute(),
      };
    });
    const decisions = new Map((await this.decisions.present(who, read.decisions)).map((one) => [one.decisionId, one]));
    const personOf = await this.people.of(territory, rows.flatMap(casePeople));
    return rows.map((row) => {
      const flags = read.flags
        .filter(({ case_id }) => case_id === row.id)
        .map((flag) => ({ kind: flag.kind, text: this.confidential.open(territory, flag.flagger_id, 'forum_flags', flag.text_sealed, read.keys), at: flag.flagged_at.toISOString() }));
      const found = read.appeals.find(({ case_id }) => case_id === row.id);
      const appeal = found && { text: this.confidential.open(territory, found.author_id, 'forum_appeals', found.text_sealed, read.keys) ?? '', at: found.appealed_at };
      return toCase(row, { personOf, flags, appeal, decisionOf: (id) => decisions.get(id)!, memberId: who.memberId, now: this.clock() });
    });
  }

  private async flags(reader: ForumReader, caseIds: readonly string[]): Promise<FlagRow[]> {
    const { rows } = await sql<FlagRow>`select flag.* from unnest(${[...caseIds]}::uuid[]) as asked (id)
      cross join lateral (select * from forum_flags where case_id = asked.id order by id limit ${mostFlags}) as flag order by flag.id`.execute(reader);
    return rows;
  }
}
