import type { forum } from '@unityplan/contracts';
import type { JSONColumnType } from 'kysely';
import type { z } from 'zod';

/** What moderators decided: public, and never changed. */
export interface DecisionsTable {
  id: string;
  action: z.infer<typeof forum.decisionAction>;
  decided_at: Date;
  moderator_id: string;
  role: string | null;
  rule: z.infer<typeof forum.flagKind> | null;
  reason: string | null;
  topic_id: string;
  post_id: string | null;
  author_id: string;
  from_category_id: string | null;
  to_category_id: string | null;
  appealed_id: string | null;
  event: string | null;
  payload: JSONColumnType<Record<string, unknown> | null, string | null, never>;
}
