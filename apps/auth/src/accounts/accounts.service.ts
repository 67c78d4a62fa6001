import { Injectable } from '@nestjs/common';
import type { Account } from '../db/accounts.table.ts';
import type { Tx } from '../db/schema.ts';
import { AccountsRepository } from './accounts.repository.ts';

/** What other capabilities may do with an account inside their transaction. Reading locks the row. */
@Injectable()
export class AccountsService {
  constructor(private readonly repository: AccountsRepository) {}

  byId(tx: Tx, memberId: string): Promise<Account | undefined> {
    return this.repository.byId(tx, memberId);
  }

  setPassword(tx: Tx, memberId: string, passwordHash: string): Promise<void> {
    return this.repository.setPassword(tx, memberId, passwordHash);
  }
}
