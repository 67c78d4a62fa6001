import { Inject, Injectable } from '@nestjs/common';
import { notification, Problem } from '@unityplan/contracts';
import { DB, type MemberContext } from '@unityplan/service-kit';
import type { NotificationDb, NotificationTx } from '../db/schema.ts';
import type { WatchLevel } from '../db/watch-levels.table.ts';
import { mostLevels, type WatchState } from './watch-levels.policy.ts';
import { WatchLevelsRepository, type Place } from './watch-levels.repository.ts';
import { WatchLevelsViews } from './watch-levels.views.ts';

@Injectable()
export class WatchLevelsService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly repository: WatchLevelsRepository,
    private readonly views: WatchLevelsViews,
  ) {}

  /** Chooses a level, or with null none. Throws `not_found` for what the member may not read, and `watch_limit_reached`. */
  async setTopic(call: MemberContext, topicId: string, level: WatchLevel | null): Promise<WatchState> {
    await this.views.ofTopic(call, topicId);
    await this.db.transact(call.territory, (tx) => this.choose(tx, call.member.memberId, { place: 'topic', placeId: topicId }, level));
    return this.views.ofTopic(call, topicId);
  }

  async setCategory(call: MemberContext, categoryId: string, level: WatchLevel | null): Promise<WatchState> {
    await this.views.ofCategory(call, categoryId);
    await this.db.transact(call.territory, (tx) => this.choose(tx, call.member.memberId, { place: 'category', placeId: categoryId }, level));
    return this.views.ofCategory(call, categoryId);
  }

  async choose(tx: NotificationTx, memberId: string, place: Place, level: WatchLevel | null): Promise<void> {
    if (level === null) return this.repository.clear(tx, memberId, place.placeId);
    if (!(await this.repository.set(tx, memberId, place, level))) throw new Problem(notification.notificationErrors.watch_limit_reached, { most: mostLevels });
  }
}
