import { Injectable } from '@nestjs/common';
import type { NotificationTx } from '../db/schema.ts';
import { Nudges } from '../jobs/nudges.ts';
import { SpreadsRepository, type NewSpread } from './spreads.repository.ts';

/** Where a post with many watchers is left: one row in the transaction of its event, and a nudge to the worker. */
@Injectable()
export class SpreadsService {
  constructor(
    private readonly repository: SpreadsRepository,
    private readonly nudges: Nudges,
  ) {}

  async begin(tx: NotificationTx, post: NewSpread): Promise<void> {
    await this.repository.add(tx, post);
    tx.onCommit(() => this.nudges.nudge('spreads', tx.territory));
  }

  /** Stops for good. */
  end(tx: NotificationTx, postId: string): Promise<void> {
    return this.repository.end(tx, postId);
  }

  /** Waits while the post is hidden, and goes on when it is shown again. */
  async hold(tx: NotificationTx, postId: string, held: boolean): Promise<void> {
    await this.repository.hold(tx, postId, held);
    if (!held) tx.onCommit(() => this.nudges.nudge('spreads', tx.territory));
  }

  /** Until this transaction ends, nobody else is told of the post. */
  oneAtATime(tx: NotificationTx, postId: string): Promise<void> {
    return this.repository.lock(tx, postId);
  }
}
