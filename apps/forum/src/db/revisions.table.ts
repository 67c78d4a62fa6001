/** Texts that were replaced; the current one is in the post's own row. */
export interface RevisionsTable {
  post_id: string;
  revision: number;
  written_at: Date;
  reason: string | null;
  markdown: string;
  html: string;
}
