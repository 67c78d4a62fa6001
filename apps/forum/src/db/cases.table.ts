import type { forum } from '@unityplan/contracts';
import type { Generated } from 'kysely';
import type { z } from 'zod';

/** Work for moderators: a flagged post, or an appeal. */
export interface CasesTable {
  id: string;
  kind: 'flags' | 'appeal';
  post_id: string;
  topic_id: string;
  author_id: string;
  opened_at: Date;
  flag_count: Generated<number>;
  appealed_id: string | null;
  /** Who may not decide it, besides the author. */
  not_by: string | null;
  claimed_by: string | null;
  claimed_until: Date | null;
  decided_at: Date | null;
  decision_id: string | null;
}

export interface FlagsTable {
  id: string;
  case_id: string;
  flagger_id: string;
  kind: z.infer<typeof forum.flagKind>;
  text_sealed: string | null;
  flagged_at: Date;
}

export interface AppealsTable {
  case_id: string;
  author_id: string;
  text_sealed: string;
  appealed_at: Date;
}

export interface MemberKeysTable {
  member_id: string;
  wrapped: string;
}
