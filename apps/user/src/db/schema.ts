import type { TerritoryDb, Tx } from '@unityplan/territory';
import type { ColumnType, Selectable } from 'kysely';

export interface ProfilesTable {
  member_id: string;
  handle: string;
  display_name_sealed: string | null;
  about_sealed: string | null;
  avatar_file_id: string | null;
  language: 'en' | 'da';
  time_zone: string;
  created_at: Date;
  updated_at: Date;
}

export interface MemberKeysTable {
  member_id: string;
  wrapped: string;
}

interface DirectoryTable {
  user_id: string;
  home_territory: string;
  status: ColumnType<'active' | 'moved' | 'erased', 'active' | undefined, string>;
}

/** A profile with the key that opens its sealed parts. */
export type StoredProfile = Selectable<ProfilesTable> & Pick<MemberKeysTable, 'wrapped'>;

/** The user service's part of a territory's schema, and the directory of who is at home where. */
export interface UserSchema {
  user_profiles: ProfilesTable;
  user_member_keys: MemberKeysTable;
  user_directory: DirectoryTable;
}

export type UserDb = TerritoryDb<UserSchema>;
export type UserTx = Tx<UserSchema>;
