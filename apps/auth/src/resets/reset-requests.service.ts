import { Inject, Injectable } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB, type CallContext } from '@unityplan/service-kit';
import { AccountsService } from '../accounts/accounts.service.ts';
import { Addresses } from '../accounts/addresses.service.ts';
import type { AuthDb } from '../db/schema.ts';
import { untilEven } from '../even-time.ts';
import { LimitsService } from '../limits/limits.service.ts';

@Injectable()
export class ResetRequestsService {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    private readonly accounts: AccountsService,
    private readonly addresses: Addresses,
    private readonly limits: LimitsService,
    private readonly outbox: Outbox,
  ) {}

  /** Has a link mailed when the address has an account, verified or not; the answer does not say. */
  async request(email: string, call: CallContext): Promise<{ accepted: true }> {
    const started = performance.now();
    const emailIndex = this.addresses.indexOf(call.territory, email);
    await this.limits.mail(call.territory, emailIndex, call.ip);
    await this.db.transact(call.territory, async (tx) => {
      const account = await this.accounts.byAddress(tx, emailIndex);
      if (account) await this.outbox.publish(tx, auth.passwordResetRequested, { memberId: account.member_id, language: account.language });
    });
    await untilEven(started);
    return { accepted: true };
  }
}
