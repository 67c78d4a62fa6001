import { Inject, Injectable } from '@nestjs/common';
import { auth, Problem } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, type CallContext, type Clock } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import { AccountsService } from '../accounts/accounts.service.ts';
import type { Account } from '../db/accounts.table.ts';
import type { AuthDb, AuthTx } from '../db/schema.ts';
import type { SessionRow } from '../db/sessions.table.ts';
import { LimitsService } from '../limits/limits.service.ts';
import { PasswordHasher } from '../passwords/password-hasher.service.ts';
import { deviceOf } from './devices.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import { absoluteMs, idleMs } from './sessions.policy.ts';
import { SessionsRepository } from './sessions.repository.ts';

/** What a new session writes. */
@Injectable()
export class SessionRecords {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsRepository,
    private readonly limits: LimitsService,
    private readonly outbox: Outbox,
  ) {}

  /** Throws `sign_in_refused` when the password was changed while it was being checked. */
  async record(tx: AuthTx, account: Account, session: Parameters<SessionsRepository['insert']>[1], how: { ip: string; rehashed: string | undefined }): Promise<void> {
    const today = await this.accounts.byId(tx, account.member_id);
    if (today?.password_hash !== account.password_hash) throw new Problem(auth.authErrors.sign_in_refused);
    if (how.rehashed !== undefined) await this.accounts.setPassword(tx, account.member_id, how.rehashed);
    await this.limits.signedIn(tx, account.email_index, how.ip);
    await this.sessions.insert(tx, session);
    await this.outbox.publish(tx, auth.sessionOpened, { memberId: account.member_id, sessionId: session.session_id });
  }
}

/** Where a session begins, once its owner has proven who they are. */
@Injectable()
export class SessionOpenings {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly tokens: RefreshTokens,
    private readonly hasher: PasswordHasher,
    private readonly records: SessionRecords,
  ) {}

  /** Opens a session of an account whose password was just checked; hashes the password anew when its parameters are outdated. */
  async open(account: Account, input: { password: string; client: SessionRow['client'] }, call: CallContext) {
    const sessionId = v7();
    const token = this.tokens.first(sessionId);
    const now = this.clock();
    const rehashed = this.hasher.isOutdated(account.password_hash) ? await this.hasher.hash(input.password) : undefined;
    const session = {
      session_id: sessionId,
      member_id: account.member_id,
      client: input.client,
      ...deviceOf(call.userAgent),
      token_hash: token.hash,
      created_at: new Date(now),
      last_seen_at: new Date(now),
      idle_until: new Date(now + idleMs),
      absolute_until: new Date(now + absoluteMs),
    };
    await this.db.transact(call.territory, (tx) => this.records.record(tx, account, session, { ip: call.ip, rehashed }));
    return { session, token: token.text };
  }
}
