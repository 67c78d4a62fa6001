import { Injectable } from '@nestjs/common';
import type { forum } from '@unityplan/contracts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { ForumReader } from '../db/schema.ts';
import { appealableUntil } from './decisions.policy.ts';

/** Why a post is hidden, with the moderator as an id. */
export type Hiding = Omit<z.input<typeof forum.hiding>, 'by'> & { readonly moderatorId: string };

/** The state of the appeal against each `decision` of a query. */
export const appealState = sql<z.infer<typeof forum.appealState>>`coalesce((
  select case outcome.action when 'appeal_granted' then 'granted' when 'appeal_upheld' then 'upheld' else 'open' end
  from forum_cases appeal left join forum_decisions outcome on outcome.id = appeal.decision_id where appeal.appealed_id = decision.id), 'none')`;

@Injectable()
export class HidingsViews {
  /** Of the posts that are hidden, by the id of the decision. */
  async of(reader: ForumReader, posts: readonly { readonly hidden_by: string | null }[]): Promise<ReadonlyMap<string, Hiding>> {
    const ids = posts.flatMap(({ hidden_by }) => hidden_by ?? []);
    if (ids.length === 0) return new Map();
    const rows = await reader
      .selectFrom('forum_decisions as decision')
      .select(['id', 'decided_at', 'moderator_id', 'role', 'rule', 'reason', appealState.as('appeal_state')])
      .where('id', 'in', ids)
      .execute();
    return new Map(
      rows.map((row) => [
        row.id,
        {
          decisionId: row.id, at: row.decided_at.toISOString(), moderatorId: row.moderator_id, role: row.role, rule: row.rule!, reason: row.reason!,
          appeal: { state: row.appeal_state, until: appealableUntil(row.decided_at).toISOString() },
        },
      ]),
    );
  }
}
