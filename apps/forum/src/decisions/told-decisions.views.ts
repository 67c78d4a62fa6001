import { Inject, Injectable } from '@nestjs/common';
import type { forum, RpcInput, RpcOutput } from '@unityplan/contracts';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import { Access } from '../access/access.views.ts';
import type { ForumDb } from '../db/schema.ts';
import { excerptFor, isAppealable } from './decisions.mapper.ts';
import { appealableUntil } from './decisions.policy.ts';
import { DecisionsViews } from './decisions.views.ts';

type Told = RpcOutput<typeof forum.getDecisions>;

/** What other services tell members of decisions. */
@Injectable()
export class ToldDecisionsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly decisions: DecisionsViews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that the viewer may see now: in a category they may read, or about their own posts. Others are left out. */
  async of(territory: string, { decisionIds, viewerId }: RpcInput<typeof forum.getDecisions>): Promise<Told> {
    if (decisionIds.length === 0) return { decisions: [] };
    const who = { territory, memberId: viewerId };
    const [readable, moderated] = await Promise.all([this.access.where(who, 'read'), this.access.where(who, 'moderate')]);
    const { rows, flagged } = await this.db.read(territory, async (reader) => ({
      rows: await this.decisions.rows(reader).where('decision.id', 'in', decisionIds).orderBy('decision.id').execute(),
      flagged: await reader
        .selectFrom('forum_cases as case')
        .innerJoin('forum_flags as flag', 'flag.case_id', 'case.id')
        .select('case.decision_id')
        .where('case.decision_id', 'in', decisionIds)
        .where('flag.flagger_id', '=', viewerId)
        .execute(),
    }));
    const includes = (categories: 'all' | string[], id: string): boolean => categories === 'all' || categories.includes(id);
    const visible = rows.filter((row) => {
      if (row.action === 'flags_dismissed') return includes(moderated, row.category_id) || (includes(readable, row.category_id) && flagged.some(({ decision_id }) => decision_id === row.id));
      return row.author_id === viewerId || includes(readable, row.category_id);
    });
    return {
      decisions: visible.map((row) => ({
        decisionId: row.id, action: row.action, rule: row.rule, reason: row.reason, decidedAt: row.decided_at.toISOString(), moderatorId: row.moderator_id,
        topicId: row.topic_id, topicTitle: row.title, topicSlug: row.slug, postId: row.post_id, postNumber: row.number, authorId: row.author_id,
        excerpt: excerptFor(row, viewerId, includes(moderated, row.category_id)),
        appealableUntil: isAppealable(row, viewerId, this.clock()) ? appealableUntil(row.decided_at).toISOString() : null,
      })),
    };
  }
}
