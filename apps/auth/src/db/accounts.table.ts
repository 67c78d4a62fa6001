import type { Selectable } from 'kysely';

export interface AccountsTable {
  member_id: string;
  email_sealed: string;
  email_index: string;
  password_hash: string;
  status: 'unverified' | 'active';
  language: 'en' | 'da';
  created_at: Date;
  verified_at: Date | null;
}
export type Account = Selectable<AccountsTable>;

export interface MemberKeysTable {
  member_id: string;
  wrapped: string;
}
