import { Inject, Injectable } from '@nestjs/common';
import { auth, Problem, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, REGISTRY, type CallContext, type Clock } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { v7 } from 'uuid';
import type { AuthDb, AuthTx } from '../db/schema.ts';
import { untilEven } from '../even-time.ts';
import { LimitsService } from '../limits/limits.service.ts';
import { MailTokensService } from '../mail-tokens/mail-tokens.service.ts';
import { PasswordsService } from '../passwords/passwords.service.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { AccountsViews } from './accounts.views.ts';
import { Addresses } from './addresses.service.ts';

type Registration = RouteInput<typeof auth.register>['body'];

/** Who may register at all, and how often. */
@Injectable()
export class RegistrationGate {
  constructor(
    private readonly limits: LimitsService,
    private readonly accounts: AccountsViews,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
  ) {}

  async pass(emailIndex: string, call: CallContext): Promise<void> {
    if (!(await this.accounts.registrationOpen(call.territory)))
      throw new Problem(auth.authErrors.registration_closed, { territory: this.registry.require(call.territory).names[call.language] });
    await this.limits.mail(call.territory, emailIndex, call.ip);
  }
}

/** What a registration writes: a new account, or an event for the owner of the one there is. */
@Injectable()
export class RegistrationRecords {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly mailTokens: MailTokensService,
    private readonly outbox: Outbox,
  ) {}

  async record(tx: AuthTx, account: Parameters<AccountsRepository['insert']>[1], wrapped: string): Promise<void> {
    const { member_id: memberId, language, password_hash } = account;
    if (await this.accounts.insert(tx, account, wrapped)) return void (await this.outbox.publish(tx, auth.accountRegistered, { memberId, language }));
    const known = (await this.accounts.byIndex(tx, account.email_index))!;
    if (known.status === 'active') return void (await this.outbox.publish(tx, auth.registrationRepeated, { memberId: known.member_id }));
    // Links that were sent for the earlier password must not make it valid.
    await this.mailTokens.endAll(tx, known.member_id, 'verify_email');
    await this.accounts.replaceUnverified(tx, known.member_id, { password_hash, language });
    await this.outbox.publish(tx, auth.verificationRequested, { memberId: known.member_id, language });
  }
}

/** Where an address becomes an account. */
@Injectable()
export class RegistrationService {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly gate: RegistrationGate,
    private readonly passwords: PasswordsService,
    private readonly addresses: Addresses,
    private readonly records: RegistrationRecords,
  ) {}

  /** Registers an address. Known and unknown ones get the same answer after the same work; the owner of a known one is told by mail. */
  async register(input: Registration, call: CallContext): Promise<{ accepted: true }> {
    const started = performance.now();
    const emailIndex = this.addresses.indexOf(call.territory, input.email);
    await this.gate.pass(emailIndex, call);
    const passwordHash = await this.passwords.accept(input.password, call.territory, input.email);
    const memberId = v7();
    const { sealed, wrapped } = this.addresses.seal(call.territory, memberId, input.email);
    const account = { member_id: memberId, email_sealed: sealed, email_index: emailIndex, password_hash: passwordHash, language: input.language };
    await this.db.transact(call.territory, (tx) => this.records.record(tx, { ...account, created_at: new Date(this.clock()) }, wrapped));
    await untilEven(started);
    return { accepted: true };
  }
}
