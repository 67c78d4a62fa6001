import type { Generated } from 'kysely';

export interface PreferencesTable {
  member_id: string;
  mention_in_app: Generated<boolean>;
  mention_mail: Generated<boolean>;
  reply_in_app: Generated<boolean>;
  reply_mail: Generated<boolean>;
  mail_paused: Generated<boolean>;
}
