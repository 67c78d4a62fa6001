import type { IssuerKeysTable } from '@unityplan/service-kit';
import type { TerritoryDb as Db, Tx as AnyTx } from '@unityplan/territory';
import type { ColumnType } from 'kysely';
import type { AccountsTable, MemberKeysTable } from './accounts.table.ts';
import type { AttemptsTable } from './attempts.table.ts';
import type { MailTokensTable } from './mail-tokens.table.ts';
import type { SessionsTable } from './sessions.table.ts';
import type { SigningKeysTable } from './signing-keys.table.ts';

/** What auth reads of `global.territories`, which the territory service owns. */
interface TerritoriesTable {
  id: string;
  settings: ColumnType<{ registration?: 'open' | 'closed' }, never, never>;
}

/** Every table this service may touch. */
export interface AuthTables {
  accounts: AccountsTable;
  auth_member_keys: MemberKeysTable;
  sessions: SessionsTable;
  mail_tokens: MailTokensTable;
  auth_attempts: AttemptsTable;
  signing_keys: SigningKeysTable;
  issuer_keys: IssuerKeysTable;
  territories: TerritoriesTable;
}
export type AuthDb = Db<AuthTables>;
export type Tx = AnyTx<AuthTables>;
