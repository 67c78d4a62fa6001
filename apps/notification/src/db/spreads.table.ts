import type { Generated } from 'kysely';

export interface SpreadsTable {
  id: string;
  topic_id: string;
  category_id: string;
  post_id: string;
  post_number: number;
  actor_id: string;
  happened_at: Date;
  cursor: string | null;
  told: Generated<number>;
  attempts: Generated<number>;
  next_at: Date;
  note: string | null;
  done_at: Date | null;
}
