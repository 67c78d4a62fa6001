import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { auth, Problem } from '@unityplan/contracts';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import type { MailPurpose } from '../db/mail-tokens.table.ts';
import type { AuthDb, AuthTx } from '../db/schema.ts';
import { MailTokensRepository } from './mail-tokens.repository.ts';

const minute = 60_000;
const lifetimes: Record<MailPurpose, number> = { verify_email: 24 * 60 * minute, reset_password: 15 * minute };

/** Secrets of links in mails. The database holds their SHA-256 only: 256 random bits need no slower hash. */
@Injectable()
export class MailTokensService {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: MailTokensRepository,
  ) {}

  /** A new token for a member; earlier ones of the purpose stay valid until one is used. */
  async make(territory: string, memberId: string, purpose: MailPurpose): Promise<{ token: string; expiresAt: string }> {
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(this.clock() + lifetimes[purpose]);
    await this.db.transact(territory, (tx) =>
      this.repository.insert(tx, { token_hash: hashOf(token), member_id: memberId, purpose, expires_at: expires, used_at: null }));
    return { token, expiresAt: expires.toISOString() };
  }

  /** The member whose token this is; it and all others of the purpose are used up. Throws `link_expired`. */
  async use(tx: AuthTx, token: string, purpose: MailPurpose): Promise<string> {
    const now = new Date(this.clock());
    const memberId = await this.repository.use(tx, hashOf(token), purpose, now);
    if (memberId === undefined) throw new Problem(auth.authErrors.link_expired);
    await this.repository.useAll(tx, memberId, purpose, now);
    return memberId;
  }

  /** Like `use`, but only looks. Throws `link_expired`. */
  async memberOf(territory: string, token: string, purpose: MailPurpose): Promise<string> {
    const found = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('mail_tokens')
        .select('member_id')
        .where('token_hash', '=', hashOf(token))
        .where('purpose', '=', purpose)
        .where('used_at', 'is', null)
        .where('expires_at', '>', new Date(this.clock()))
        .executeTakeFirst());
    if (!found) throw new Problem(auth.authErrors.link_expired);
    return found.member_id;
  }

  async endAll(tx: AuthTx, memberId: string, purpose: MailPurpose): Promise<void> {
    await this.repository.useAll(tx, memberId, purpose, new Date(this.clock()));
  }

  removeStale(territory: string, before: Date): Promise<void> {
    return this.db.transact(territory, (tx) => this.repository.deleteExpired(tx, before));
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
