import { Inject, Injectable } from '@nestjs/common';
import { auth, Problem, type PayloadOf, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB, type CallContext } from '@unityplan/service-kit';
import { AccountsViews } from '../accounts/accounts.views.ts';
import { Addresses } from '../accounts/addresses.service.ts';
import type { Account } from '../db/accounts.table.ts';
import type { AuthDb } from '../db/schema.ts';
import { untilEven } from '../even-time.ts';
import { LimitsService } from '../limits/limits.service.ts';
import { PasswordHasher } from '../passwords/password-hasher.service.ts';
import { SessionAnswers, type SessionAnswer } from './session-answers.ts';
import { SessionOpenings } from './session-openings.service.ts';

type Credentials = RouteInput<typeof auth.signIn>['body'];
type Refusal = PayloadOf<typeof auth.signInRefused>['reason'];

/** Tells who holds an address and its password. */
@Injectable()
export class Credential {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    private readonly addresses: Addresses,
    private readonly accounts: AccountsViews,
    private readonly hasher: PasswordHasher,
    private readonly limits: LimitsService,
    private readonly outbox: Outbox,
  ) {}

  /** The account behind the credentials. Unknown accounts cost the same work and get the same answer as wrong passwords. */
  async check({ email, password }: Credentials, call: CallContext): Promise<Account> {
    const emailIndex = this.addresses.indexOf(call.territory, email);
    const paused = await this.limits.signIn(call.territory, emailIndex, call.ip);
    const account = await this.accounts.byAddress(call.territory, emailIndex);
    if (paused) {
      if (paused.first) await this.refused(call.territory, account, 'paused');
      throw new Problem(auth.authErrors.sign_in_paused, { retryAfter: paused.retryAfter });
    }
    const matches = await this.hasher.verify(account?.password_hash, password);
    if (!account || !matches) {
      await this.refused(call.territory, account, 'password');
      throw new Problem(auth.authErrors.sign_in_refused);
    }
    if (account.status !== 'active') {
      await this.refused(call.territory, account, 'not_verified');
      throw new Problem(auth.authErrors.email_not_verified);
    }
    return account;
  }

  private async refused(territory: string, account: Account | undefined, reason: Refusal): Promise<void> {
    if (account) await this.db.transact(territory, (tx) => this.outbox.publish(tx, auth.signInRefused, { memberId: account.member_id, reason }));
  }
}

/** Where an address and a password become a session. */
@Injectable()
export class SignInService {
  constructor(
    private readonly credential: Credential,
    private readonly openings: SessionOpenings,
    private readonly answers: SessionAnswers,
  ) {}

  /** Opens a session. Refusals leave on the even grid, so that their time does not tell who has an account. */
  async signIn(input: Credentials, call: CallContext): Promise<SessionAnswer> {
    const started = performance.now();
    try {
      const account = await this.credential.check(input, call);
      const { session, token } = await this.openings.open(account, input, call);
      return await this.answers.give(session, token, input.client, call);
    } catch (error) {
      await untilEven(started);
      throw error;
    }
  }
}
