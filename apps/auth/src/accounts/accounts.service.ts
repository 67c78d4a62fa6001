import { Injectable } from '@nestjs/common';
import type { Account } from '../db/accounts.table.ts';
import type { AuthTx } from '../db/schema.ts';
import { AccountsRepository } from './accounts.repository.ts';

/** What other capabilities may do with an account inside their transaction. Reading locks the row. */
@Injectable()
export class AccountsService {
  constructor(private readonly repository: AccountsRepository) {}

  byId(tx: AuthTx, memberId: string): Promise<Account | undefined> {
    return this.repository.byId(tx, memberId);
  }

  setPassword(tx: AuthTx, memberId: string, passwordHash: string): Promise<void> {
    return this.repository.setPassword(tx, memberId, passwordHash);
  }
}
