import type { Generated } from 'kysely';
import type { About } from './notifications.table.ts';

/** Mails about the account itself, which nobody can turn off. */
export type AccountMailKind = 'verify_email' | 'registration_repeated' | 'reset_password' | 'password_changed' | 'session_replayed';
/** What can be mailed one by one. */
export type NoticeMailKind = Exclude<About, 'flag' | 'appeal'>;
export type MailKind = NoticeMailKind | 'digest' | AccountMailKind;

/** Something to be sent, with the rules by which it is sent once: queued → attempted → sent, or failed or cancelled. */
export interface JobColumns {
  id: string;
  member_id: string;
  about_id: string;
  status: Generated<'queued' | 'attempted' | 'sent' | 'failed' | 'cancelled'>;
  attempts: Generated<number>;
  next_at: Date;
  uncertain: Generated<boolean>;
  held: Generated<boolean>;
  note: string | null;
  created_at: Date;
  done_at: Date | null;
}

export interface MailJobsTable extends JobColumns {
  kind: MailKind;
  language: 'en' | 'da' | null;
  message_id: string;
}

export interface PushJobsTable extends JobColumns {
  kind: 'entry' | 'test';
  subscription_id: string;
}
