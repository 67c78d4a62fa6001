import type { ColumnType, Generated, Selectable } from 'kysely';

export type EndReason = 'signed_out' | 'revoked' | 'password_changed' | 'refresh_replayed';

export interface SessionsTable {
  session_id: string;
  member_id: string;
  client: 'browser' | 'native';
  browser: string | null;
  system: string | null;
  generation: Generated<number>;
  token_hash: string;
  rotations: ColumnType<Date[], never, Date[]>;
  created_at: Date;
  last_seen_at: Date;
  idle_until: Date;
  absolute_until: Date;
  ended_at: ColumnType<Date | null, never, Date>;
  end_reason: ColumnType<EndReason | null, never, EndReason>;
}
export type SessionRow = Selectable<SessionsTable>;
