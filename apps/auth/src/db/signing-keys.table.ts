import type { ColumnType, Selectable } from 'kysely';

export interface SigningKeysTable {
  kid: string;
  wrapped_key: string;
  private_sealed: string;
  jwk: ColumnType<Record<string, unknown>, string, never>;
  created_at: Date;
  use_from: Date;
  retired_at: ColumnType<Date | null, never, Date>;
}
export type SigningKeyRow = Selectable<SigningKeysTable>;
