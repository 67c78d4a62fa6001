import { Inject, Injectable } from '@nestjs/common';
import { DB, type CallContext } from '@unityplan/service-kit';
import type { Account } from '../db/accounts.table.ts';
import type { AuthDb, AuthTx } from '../db/schema.ts';
import { untilEven } from '../even-time.ts';
import { LimitsService } from '../limits/limits.service.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { Addresses } from './addresses.service.ts';

/** Where anyone may have a mail sent to an address: so many, in even time, and with an answer that does not say who has an account. */
@Injectable()
export class MailRequests {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    private readonly accounts: AccountsRepository,
    private readonly addresses: Addresses,
    private readonly limits: LimitsService,
  ) {}

  /** Runs `send` with the account of the address where there is one, its row locked. Throws what the limits say. */
  async request(email: string, call: CallContext, send: (tx: AuthTx, account: Account) => Promise<unknown>): Promise<{ accepted: true }> {
    const started = performance.now();
    const emailIndex = this.addresses.indexOf(call.territory, email);
    await this.limits.mail(call.territory, emailIndex, call.ip);
    await this.db.transact(call.territory, async (tx) => {
      const account = await this.accounts.byIndex(tx, emailIndex);
      if (account) await send(tx, account);
    });
    await untilEven(started);
    return { accepted: true };
  }
}
