import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem } from '@unityplan/contracts';
import { CLOCK, DB, KEYRING, type Clock } from '@unityplan/service-kit';
import type { Keyring } from '@unityplan/territory';
import type { AttemptsRow } from '../db/attempts.table.ts';
import type { AuthDb, AuthTx } from '../db/schema.ts';
import { counted, limits, pauseLeft } from './limits.policy.ts';
import { LimitsRepository, type Subject } from './limits.repository.ts';
import { networkOf } from './network.ts';

/** An attempt that must wait; `first` tells the first refusal of a pause from those that follow. */
export interface Paused {
  readonly retryAfter: number;
  readonly first: boolean;
}

/** Counts attempts in PostgreSQL: exact over all processes, and a restart forgives nothing. Subjects are blind indexes. */
@Injectable()
export class LimitsService {
  constructor(
    @Inject(DB) private readonly db: AuthDb,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: LimitsRepository,
  ) {}

  /** Counts an attempt to sign in before it is made, so that many at once cannot slip through. Answers why it must wait, if it must. */
  signIn(territory: string, emailIndex: string, ip: string): Promise<Paused | undefined> {
    return this.db.transact(territory, (tx) => this.take(tx, this.signInSubjects(territory, emailIndex, ip)));
  }

  /** After the right password: the guesses on this account are forgotten, and the network gets its attempt back. */
  async signedIn(tx: AuthTx, emailIndex: string, ip: string): Promise<void> {
    const [account, network, pair] = this.signInSubjects(tx.territory, emailIndex, ip);
    await this.repository.forget(tx, [account, pair]);
    await this.repository.refund(tx, network);
  }

  /** Lifts the pauses of an account whose owner has proven the address: everywhere, as the guesser may sit in the owner's own network. */
  async lift(tx: AuthTx, emailIndex: string): Promise<void> {
    await this.repository.forget(tx, [{ kind: 'account', subject: emailIndex }]);
    await this.repository.forgetPairs(tx, emailIndex);
  }

  /** Counts a call that may send a mail. Throws `too_many_requests`, known address or not. */
  async mail(territory: string, emailIndex: string, ip: string): Promise<void> {
    const subjects: Subject[] = [{ kind: 'mail', subject: emailIndex }, { kind: 'mailer', subject: this.networkIndex(territory, ip) }];
    const paused = await this.db.transact(territory, (tx) => this.take(tx, subjects));
    if (paused) throw new Problem(commonErrors.too_many_requests, { retryAfter: paused.retryAfter });
  }

  /** Forgets subjects that made no attempt since; by then their buckets are empty. */
  removeStale(territory: string, before: Date): Promise<void> {
    return this.db.transact(territory, (tx) => this.repository.deleteOlder(tx, before));
  }

  private async take(tx: AuthTx, subjects: readonly Subject[]): Promise<Paused | undefined> {
    const now = this.clock();
    const rows = await this.repository.lock(tx, subjects, new Date(now));
    const waits = rows.map((row) => ({ row, left: pauseLeft(bucketOf(row), now) })).filter(({ left }) => left > 0);
    if (waits.length) {
      for (const { row } of waits) await this.repository.update(tx, row, { refusals: row.refusals + 1 });
      return { retryAfter: Math.ceil(Math.max(...waits.map(({ left }) => left)) / 1000), first: waits.every(({ row }) => row.refusals === 0) };
    }
    for (const row of rows) {
      const next = counted(limits[row.kind as keyof typeof limits], bucketOf(row), now);
      const paused = next.pausedUntil === null ? null : new Date(next.pausedUntil);
      await this.repository.update(tx, row, { level: next.level, last_at: new Date(now), paused_until: paused, refusals: 0 });
    }
    return undefined;
  }

  private signInSubjects(territory: string, emailIndex: string, ip: string): [Subject, Subject, Subject] {
    const network = this.networkIndex(territory, ip);
    return [{ kind: 'account', subject: emailIndex }, { kind: 'network', subject: network }, { kind: 'pair', subject: `${emailIndex} ${network}` }];
  }

  private networkIndex(territory: string, ip: string): string {
    return this.keyring.blindIndex(territory, 'auth_attempts.network', networkOf(ip));
  }
}

function bucketOf(row: AttemptsRow) {
  return { level: row.level, lastAt: row.last_at.getTime(), pausedUntil: row.paused_until?.getTime() ?? null };
}
