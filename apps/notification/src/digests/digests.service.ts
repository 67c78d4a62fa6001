import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem } from '@unityplan/contracts';
import { DB } from '@unityplan/service-kit';
import type { NotificationDb, NotificationTx } from '../db/schema.ts';
import { Workers } from '../jobs/workers.ts';
import { Locales } from '../neighbours/locales.views.ts';
import { toPreferences } from '../preferences/preferences.policy.ts';
import { nextWindow, type DigestWindow } from '../time/digest-windows.ts';
import { DigestsRepository, type Unplanned } from './digests.repository.ts';

/** What a digest holds and what is left out of it for good; what is in neither goes on waiting. */
export interface DigestContents {
  readonly included: readonly string[];
  readonly dropped: readonly string[];
}

/** Digests from the first thing that waits for one to the last that was in it. */
@Injectable()
export class DigestsService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly repository: DigestsRepository,
    private readonly locales: Locales,
    private readonly workers: Workers,
  ) {}

  /** Gives open digests their windows, `limit` at a time. What it cannot plan now it leaves. */
  async planSome(territory: string, limit: number): Promise<{ planned: number; left: number }> {
    const unplanned = await this.db.read(territory, (reader) => this.repository.unplanned(reader, limit));
    const planned = (await Promise.all(unplanned.map((digest) => this.planOne(territory, digest)))).filter((one) => one !== undefined);
    if (planned.length > 0) await this.db.transact(territory, (tx) => this.repository.plan(tx, planned));
    // Their mails are sent when they are due; some are so already.
    this.workers.wake('mail', territory);
    return { planned: planned.length, left: unplanned.length - planned.length };
  }

  /** Something asked for at once is to wait for the digest instead. */
  async wait(tx: NotificationTx, memberId: string, subjectId: string): Promise<void> {
    await this.repository.wait(tx, memberId, subjectId);
    await this.openAgain(tx, memberId);
  }

  /** Closes a digest with what became of its mail, in the transaction that reports it. What still waits gets another one. */
  async close(tx: NotificationTx, digest: { id: string; memberId: string }, status: 'sent' | 'empty' | 'failed', { included, dropped }: DigestContents): Promise<void> {
    await this.repository.close(tx, digest.id, status, status === 'sent' ? included.length : 0);
    if (status === 'sent') await this.repository.settle(tx, digest.memberId, 'sent', included);
    await this.repository.settle(tx, digest.memberId, 'dropped', dropped);
    await this.openAgain(tx, digest.memberId);
  }

  private async openAgain(tx: NotificationTx, memberId: string): Promise<void> {
    await this.repository.open(tx, memberId);
    tx.onCommit(() => this.workers.wake('digests', tx.territory));
  }

  private async planOne(territory: string, digest: Unplanned): Promise<{ id: string; window: DigestWindow } | undefined> {
    try {
      const { timeZone } = await this.locales.of(territory, digest.member_id);
      return { id: digest.id, window: windowOf(digest, timeZone) };
    } catch (error) {
      const away = error instanceof Problem && (error.contract === commonErrors.service_unavailable || error.contract === commonErrors.deadline_exceeded);
      // Whose zone cannot be asked for now waits a little; one that the user service fails to tell must not keep those behind from being planned.
      return away ? undefined : { id: digest.id, window: windowOf(digest, 'UTC') };
    }
  }
}

function windowOf(digest: Unplanned, timeZone: string): DigestWindow {
  return nextWindow(digest.since.getTime(), digest.last, toPreferences(digest).digest, timeZone);
}
