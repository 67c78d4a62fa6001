import type { Generated } from 'kysely';
import type { Reason } from './notifications.table.ts';

/** `post` is about something in the forum and can be unsubscribed from; the others are about the account itself. */
export type AccountMailKind = 'verify_email' | 'registration_repeated' | 'reset_password' | 'password_changed' | 'session_replayed';
export type MailKind = 'post' | AccountMailKind;

export interface MailJobsTable {
  id: string;
  member_id: string;
  kind: MailKind;
  about_id: string;
  reasons: Generated<Reason[]>;
  language: 'en' | 'da' | null;
  message_id: string;
  status: Generated<'queued' | 'attempted' | 'sent' | 'failed' | 'cancelled'>;
  attempts: Generated<number>;
  next_at: Date;
  uncertain: Generated<boolean>;
  note: string | null;
  created_at: Date;
  done_at: Date | null;
}
