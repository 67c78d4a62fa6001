import type { Generated, JSONColumnType } from 'kysely';

export interface PreferencesTable {
  member_id: string;
  /** By reason; checked when read, since reasons come and go. */
  channels: JSONColumnType<Record<string, unknown>>;
  mail_paused: Generated<boolean>;
  push_paused: Generated<boolean>;
  push_private: Generated<boolean>;
  digest_on: Generated<boolean>;
  digest_every: Generated<'daily' | 'weekly'>;
  digest_weekday: Generated<number>;
  digest_hour: Generated<number>;
  quiet_from: string | null;
  quiet_to: string | null;
}
