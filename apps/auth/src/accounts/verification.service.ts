import { Inject, Injectable } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, type CallContext, type Clock } from '@unityplan/service-kit';
import type { AuthDb, AuthTx } from '../db/schema.ts';
import { MailTokensService } from '../mail-tokens/mail-tokens.service.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { MailRequests } from './mail-requests.service.ts';

/** Where an account becomes a member: by the link that only the owner of the address receives. */
@Injectable()
export class VerificationService {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly accounts: AccountsRepository,
    private readonly mailTokens: MailTokensService,
    private readonly mailRequests: MailRequests,
    private readonly outbox: Outbox,
  ) {}

  /** Has a new link sent when the address has an unverified account; the answer does not say. */
  request(email: string, call: CallContext): Promise<{ accepted: true }> {
    return this.mailRequests.request(email, call, async (tx, { member_id: memberId, language, status }) => {
      if (status === 'unverified') await this.outbox.publish(tx, auth.verificationRequested, { memberId, language });
    });
  }

  /** Throws `link_expired` for a token that is unknown, used or too old. */
  async complete(token: string, territory: string): Promise<void> {
    await this.db.transact(territory, async (tx) => this.verified(tx, await this.mailTokens.use(tx, token, 'verify_email')));
  }

  /** Whoever opens a link in a mail has proven the address, whatever the link was for. */
  async verified(tx: AuthTx, memberId: string): Promise<void> {
    if (!(await this.accounts.verify(tx, memberId, new Date(this.clock())))) return;
    const account = (await this.accounts.byId(tx, memberId))!;
    await this.outbox.publish(tx, auth.accountVerified, { memberId, language: account.language });
  }
}
