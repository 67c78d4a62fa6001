export interface DraftsTable {
  member_id: string;
  place: string;
  topic_id: string | null;
  category_id: string | null;
  revision: number;
  saved_at: Date;
  sealed: string;
}

/** The highest number a member has seen of a topic. */
export interface TopicReadsTable {
  member_id: string;
  topic_id: string;
  up_to: number;
}

/** Everything in the category up to then counts as read. */
export interface CategoryReadsTable {
  member_id: string;
  category_id: string;
  read_at: Date;
}
