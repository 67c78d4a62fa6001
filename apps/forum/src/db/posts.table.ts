import type { Generated } from 'kysely';

export interface PostsTable {
  id: string;
  topic_id: string;
  number: number;
  author_id: string;
  reply_to_id: string | null;
  created_at: Date;
  markdown: string;
  html: string;
  excerpt: string;
  render_version: number;
  mentioned_ids: string[];
  revision: Generated<number>;
  edited_at: Date | null;
  edit_reason: string | null;
  deleted_at: Date | null;
  /** Votes up minus votes down; see `forum_recount_scores()`. */
  score: Generated<number>;
  /** The decision that hid it; null while it is shown. */
  hidden_by: string | null;
}
