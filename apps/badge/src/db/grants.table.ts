import type { Generated } from 'kysely';
import type { AwardSource } from './awards.table.ts';

/** What gave or renewed a badge; without `award_id` a completion that waits until it can. */
export interface GrantsTable {
  id: string;
  member_id: string;
  badge: string;
  level: number;
  territory: string;
  source: AwardSource;
  completion_id: string | null;
  course_id: string | null;
  by_id: string | null;
  reason_sealed: string | null;
  granted_at: Date;
  award_id: string | null;
  expires_at: Date | null;
  looked_version: Generated<number>;
}

export interface MemberKeysTable {
  member_id: string;
  /** Null once the member was erased. */
  wrapped: string | null;
}
