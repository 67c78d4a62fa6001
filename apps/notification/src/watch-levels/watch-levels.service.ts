import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, notification, Problem } from '@unityplan/contracts';
import { DB, type MemberContext } from '@unityplan/service-kit';
import type { NotificationDb, NotificationTx } from '../db/schema.ts';
import type { WatchLevel } from '../db/watch-levels.table.ts';
import { categoryState, mostLevels, type WatchState } from './watch-levels.policy.ts';
import { WatchLevelsRepository, type Place } from './watch-levels.repository.ts';
import { WatchLevelsViews } from './watch-levels.views.ts';

@Injectable()
export class WatchLevelsService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly repository: WatchLevelsRepository,
    private readonly views: WatchLevelsViews,
  ) {}

  /** Throws `not_found` for what the member may not read, and `watch_limit_reached`. */
  async setTopic(call: MemberContext, topicId: string, level: WatchLevel): Promise<WatchState> {
    await this.views.ofTopic(call, topicId);
    await this.db.transact(call.territory, (tx) => this.choose(tx, call.member.memberId, { place: 'topic', placeId: topicId }, level));
    return this.views.ofTopic(call, topicId);
  }

  async setCategory(call: MemberContext, categoryId: string, level: WatchLevel): Promise<WatchState> {
    await this.views.ofCategory(call, categoryId);
    await this.db.transact(call.territory, (tx) => this.choose(tx, call.member.memberId, { place: 'category', placeId: categoryId }, level));
    return this.views.ofCategory(call, categoryId);
  }

  clearTopic(call: MemberContext, topicId: string): Promise<WatchState> {
    return this.clear(call, topicId, () => this.views.ofTopic(call, topicId));
  }

  clearCategory(call: MemberContext, categoryId: string): Promise<WatchState> {
    return this.clear(call, categoryId, () => this.views.ofCategory(call, categoryId));
  }

  /** Takes back what was chosen, also for a place that is closed or gone by now. Throws `not_found` for such a place when nothing was. */
  private async clear({ territory, member }: MemberContext, placeId: string, state: () => Promise<WatchState>): Promise<WatchState> {
    const cleared = await this.db.transact(territory, (tx) => this.repository.clear(tx, member.memberId, placeId));
    try {
      return await state();
    } catch (error) {
      if (cleared && error instanceof Problem && error.contract === commonErrors.not_found) return categoryState(null);
      throw error;
    }
  }

  async choose(tx: NotificationTx, memberId: string, place: Place, level: WatchLevel): Promise<void> {
    if (!(await this.repository.set(tx, memberId, place, level))) throw new Problem(notification.notificationErrors.watch_limit_reached, { most: mostLevels });
  }
}
