import { Inject, Injectable } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB } from '@unityplan/service-kit';
import { AccountsViews } from '../accounts/accounts.views.ts';
import { AccountsService } from '../accounts/accounts.service.ts';
import { VerificationService } from '../accounts/verification.service.ts';
import type { AuthDb, AuthTx } from '../db/schema.ts';
import { LimitsService } from '../limits/limits.service.ts';
import { MailTokensService } from '../mail-tokens/mail-tokens.service.ts';
import { SessionEndings } from '../sessions/session-endings.service.ts';
import { PasswordsService } from '../passwords/passwords.service.ts';

/** What changes with a new password: it, every session, every link of the kind, and the pauses after wrong guesses. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly accounts: AccountsService,
    private readonly verification: VerificationService,
    private readonly sessions: SessionEndings,
    private readonly limits: LimitsService,
    private readonly outbox: Outbox,
  ) {}

  async apply(tx: AuthTx, memberId: string, passwordHash: string): Promise<void> {
    const account = (await this.accounts.byId(tx, memberId))!;
    await this.accounts.setPassword(tx, memberId, passwordHash);
    await this.limits.lift(tx, account.email_index);
    await this.verification.verified(tx, memberId);
    await this.sessions.endAll(tx, memberId, 'password_changed');
    await this.outbox.publish(tx, auth.passwordChanged, { memberId });
  }
}

/** Where a link from a mail becomes a new password. */
@Injectable()
export class ResetsService {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    private readonly mailTokens: MailTokensService,
    private readonly accounts: AccountsViews,
    private readonly passwords: PasswordsService,
    private readonly change: PasswordChange,
  ) {}

  /** Sets a new password by the token of a mailed link. A refused password does not use the link up. */
  async complete(token: string, password: string, territory: string): Promise<void> {
    const memberId = await this.mailTokens.memberOf(territory, token, 'reset_password');
    const { address } = await this.accounts.mailAddress(territory, memberId);
    const passwordHash = await this.passwords.accept(password, territory, address ?? '');
    await this.db.transact(territory, async (tx) => this.change.apply(tx, await this.mailTokens.use(tx, token, 'reset_password'), passwordHash));
  }
}
