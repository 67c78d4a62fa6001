import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, notification, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { DB, type MemberContext } from '@unityplan/service-kit';
import type { NotificationDb } from '../db/schema.ts';
import { PreferencesService } from '../preferences/preferences.service.ts';
import { explain } from '../telling/why.policy.ts';
import { WatchLevelsService } from '../watch-levels/watch-levels.service.ts';
import { ItemsViews } from './items.views.ts';

/** “Why did I get this?”, and a tap to change exactly that. */
@Injectable()
export class RulesService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    private readonly items: ItemsViews,
    private readonly preferences: PreferencesService,
    private readonly levels: WatchLevelsService,
  ) {}

  /** Throws `not_found`, `notification_reason_unknown` or, for what is always shown, `notification_rule_fixed`. */
  change({ territory, member }: MemberContext, notificationId: string, { reason, on }: RouteInput<typeof notification.changeRule>['body']): Promise<RouteAnswer<typeof notification.changeRule>> {
    const { memberId } = member;
    return this.db.transact(territory, async (tx) => {
      const item = await this.items.one(tx.db, memberId, notificationId);
      if (!item) throw new Problem(commonErrors.not_found);
      const why = explain(item.why, item.group_id).find((one) => one.reason === reason);
      if (!why) throw new Problem(notification.notificationErrors.notification_reason_unknown);
      const level = on ? 'watching' : 'normal';
      switch (why.rule.rule) {
        case 'always': throw new Problem(notification.notificationErrors.notification_rule_fixed);
        case 'topic': await this.levels.choose(tx, memberId, { place: 'topic', placeId: why.rule.topicId }, level); break;
        case 'category': await this.levels.choose(tx, memberId, { place: 'category', placeId: why.rule.categoryId }, level); break;
        case 'preference': await this.preferences.setInApp(tx, memberId, reason, on); break;
      }
      return { why, on };
    });
  }
}
