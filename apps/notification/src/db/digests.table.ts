import type { Generated } from 'kysely';

export interface DigestsTable {
  id: string;
  member_id: string;
  on_date: string | null;
  due_at: Date | null;
  status: Generated<'open' | 'sent' | 'empty' | 'failed'>;
  entries: Generated<number>;
  since: Date;
  done_at: Date | null;
}
