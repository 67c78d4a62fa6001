import type { notification } from '@unityplan/contracts';
import type { Generated, JSONColumnType } from 'kysely';

export type Reason = notification.NotificationReason;
export type Kind = notification.NotificationItem['kind'];
/** What happened to a member; each belongs to one kind. */
export type About =
  | 'post'
  | 'badge_awarded' | 'badge_renewed' | 'badge_expiring' | 'badge_expired' | 'badge_revoked'
  | 'post_hidden' | 'post_restored' | 'flag_decided' | 'appeal_decided'
  | 'flag' | 'appeal';

/** Facts an entry needs to be shown, as ids and dates; texts are read when shown. */
export interface Details {
  readonly categoryId?: string;
  readonly outcome?: 'hidden' | 'dismissed' | 'granted' | 'upheld';
  readonly awardId?: string;
  readonly badge?: string;
  readonly territory?: string;
  readonly level?: number;
  readonly expiresAt?: string | null;
  readonly courseId?: string | null;
  readonly byId?: string | null;
}

/** An item of a member's list. */
export interface NotificationsTable {
  id: string;
  member_id: string;
  kind: Kind;
  group_id: string;
  rank: string;
  live: Generated<number>;
  open: Generated<boolean>;
  created_at: Date;
  latest_at: Date;
  seen_at: Date | null;
  read_at: Date | null;
  read_mark: string | null;
  done_at: Date | null;
  done_mark: string | null;
  saved_at: Date | null;
}

/** One thing that one member was told. */
export interface EntriesTable {
  member_id: string;
  subject_id: string;
  about: About;
  notification_id: string | null;
  group_id: string;
  actor_id: string | null;
  post_number: number | null;
  why: string[];
  details: JSONColumnType<Details>;
  created_at: Date;
  read_at: Date | null;
  read_mark: string | null;
  hidden: Generated<boolean>;
  overtaken: Generated<boolean>;
  digest: 'waiting' | 'sent' | 'dropped' | null;
}
