import type { Generated } from 'kysely';

export interface TopicsTable {
  id: string;
  category_id: string;
  author_id: string;
  title: string;
  slug: string;
  created_at: Date;
  post_count: Generated<number>;
  last_activity_at: Date;
  last_author_id: string;
  /** The decision that closed it; null while it is open. */
  closed_by: string | null;
  pinned_at: Date | null;
  /** Null with `pinned_at`: until someone takes it down. */
  pinned_until: Date | null;
}
