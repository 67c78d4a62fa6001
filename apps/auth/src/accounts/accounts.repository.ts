import { Injectable } from '@nestjs/common';
import type { Account } from '../db/accounts.table.ts';
import type { AuthTx } from '../db/schema.ts';

/** A new account as it is stored. */
export type NewAccount = Pick<Account, 'member_id' | 'email_sealed' | 'email_index' | 'password_hash' | 'language' | 'created_at'>;

@Injectable()
export class AccountsRepository {
  /** False when the address has an account already; two at once are decided by the unique index. */
  async insert(tx: AuthTx, account: NewAccount, wrapped: string): Promise<boolean> {
    const made = await tx.db
      .insertInto('accounts')
      .values({ ...account, status: 'unverified', verified_at: null })
      .onConflict((conflict) => conflict.column('email_index').doNothing())
      .returning('member_id')
      .executeTakeFirst();
    if (made) await tx.db.insertInto('auth_member_keys').values({ member_id: account.member_id, wrapped }).execute();
    return made !== undefined;
  }

  byIndex(tx: AuthTx, emailIndex: string): Promise<Account | undefined> {
    return tx.db.selectFrom('accounts').selectAll().where('email_index', '=', emailIndex).forUpdate().executeTakeFirst();
  }

  byId(tx: AuthTx, memberId: string): Promise<Account | undefined> {
    return tx.db.selectFrom('accounts').selectAll().where('member_id', '=', memberId).forUpdate().executeTakeFirst();
  }

  /** A second registration before the address was verified: the person's latest choices count. */
  async replaceUnverified(tx: AuthTx, memberId: string, choices: Pick<Account, 'password_hash' | 'language'>): Promise<void> {
    await tx.db.updateTable('accounts').set(choices).where('member_id', '=', memberId).where('status', '=', 'unverified').execute();
  }

  async setPassword(tx: AuthTx, memberId: string, passwordHash: string): Promise<void> {
    await tx.db.updateTable('accounts').set({ password_hash: passwordHash }).where('member_id', '=', memberId).execute();
  }

  /** True when the account became active by this call. */
  async verify(tx: AuthTx, memberId: string, now: Date): Promise<boolean> {
    const changed = await tx.db
      .updateTable('accounts')
      .set({ status: 'active', verified_at: now })
      .where('member_id', '=', memberId)
      .where('status', '=', 'unverified')
      .returning('member_id')
      .executeTakeFirst();
    return changed !== undefined;
  }
}
