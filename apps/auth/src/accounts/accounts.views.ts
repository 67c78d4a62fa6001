import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { Account } from '../db/accounts.table.ts';
import type { AuthDb } from '../db/schema.ts';
import { Addresses } from './addresses.service.ts';

/** Reads of accounts for other capabilities and for the services that send mail. */
@Injectable()
export class AccountsViews {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    private readonly addresses: Addresses,
  ) {}

  byAddress(territory: string, emailIndex: string): Promise<Account | undefined> {
    return this.db.read(territory, (reader) => reader.selectFrom('accounts').selectAll().where('email_index', '=', emailIndex).executeTakeFirst());
  }

  /** The address in clear; null for an unknown member. */
  async mailAddress(territory: string, memberId: string): Promise<{ address: string | null; verified: boolean }> {
    const found = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('accounts')
        .innerJoin('auth_member_keys', 'auth_member_keys.member_id', 'accounts.member_id')
        .select(['email_sealed', 'wrapped', 'status'])
        .where('accounts.member_id', '=', memberId)
        .executeTakeFirst(),
    );
    if (!found) return { address: null, verified: false };
    return { address: this.addresses.open(territory, memberId, found), verified: found.status === 'active' };
  }

  /** Whether the territory takes new members; the territory service owns the setting. */
  async registrationOpen(territory: string): Promise<boolean> {
    const found = await this.db.global.read((reader) => reader.selectFrom('territories').select('settings').where('id', '=', territory).executeTakeFirst());
    return found?.settings.registration !== 'closed';
  }
}
