import type { IssuerKeysTable } from '@unityplan/service-kit';
import type { TerritoryDb, Tx } from '@unityplan/territory';
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

/** The auth service's part of a territory's schema, and what it reads of the registry. */
export interface AuthSchema {
  accounts: AccountsTable;
  auth_member_keys: MemberKeysTable;
  sessions: SessionsTable;
  mail_tokens: MailTokensTable;
  auth_attempts: AttemptsTable;
  signing_keys: SigningKeysTable;
  issuer_keys: IssuerKeysTable;
  territories: TerritoriesTable;
}

export type AuthDb = TerritoryDb<AuthSchema>;
export type AuthTx = Tx<AuthSchema>;
