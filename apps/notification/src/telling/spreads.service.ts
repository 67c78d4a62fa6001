import { Injectable } from '@nestjs/common';
import type { NotificationTx } from '../db/schema.ts';
import { Workers } from '../jobs/workers.ts';
import { SpreadsRepository, type NewSpread } from './spreads.repository.ts';

/** Where a post with many watchers is left: one row in the transaction of its event, and the worker is woken. */
@Injectable()
export class SpreadsService {
  constructor(
    private readonly repository: SpreadsRepository,
    private readonly workers: Workers,
  ) {}

  async begin(tx: NotificationTx, post: NewSpread): Promise<void> {
    await this.repository.add(tx, post);
    tx.onCommit(() => this.workers.wake('spreads', tx.territory));
  }

  /** Stops for good. */
  end(tx: NotificationTx, postId: string): Promise<void> {
    return this.repository.end(tx, postId);
  }

  /** Waits while the post is hidden, and goes on when it is shown again. */
  async hold(tx: NotificationTx, postId: string, held: boolean): Promise<void> {
    await this.repository.hold(tx, postId, held);
    if (!held) tx.onCommit(() => this.workers.wake('spreads', tx.territory));
  }

  /** Until this transaction ends, nobody else is told of the post. */
  oneAtATime(tx: NotificationTx, postId: string): Promise<void> {
    return this.repository.lock(tx, postId);
  }
}
