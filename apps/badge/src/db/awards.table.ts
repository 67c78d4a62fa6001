import type { Generated } from 'kysely';

export type AwardSource = 'course' | 'hand';

/** What a member holds or held: a badge at a level and place, from its first award until it is taken back. */
export interface AwardsTable {
  id: string;
  member_id: string;
  badge: string;
  level: number;
  territory: string;
  definition_version: number;
  awarded_at: Date;
  renewed_at: Generated<Date | null>;
  expires_at: Date | null;
  due_at: Date | null;
  source: AwardSource;
  course_id: string | null;
  by_id: string | null;
  reason_sealed: string | null;
  revoked_at: Generated<Date | null>;
  revoked_by: Generated<string | null>;
  revoked_reason_sealed: Generated<string | null>;
}
