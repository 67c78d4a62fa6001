export type Reason = 'mention' | 'reply';

export interface NotificationsTable {
  id: string;
  member_id: string;
  reasons: Reason[];
  actor_id: string;
  topic_id: string;
  post_id: string;
  post_number: number;
  created_at: Date;
  read_at: Date | null;
}
