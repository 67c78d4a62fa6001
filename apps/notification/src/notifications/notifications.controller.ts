import { Controller } from '@nestjs/common';
import { notification, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { NotificationsService } from './notifications.service.ts';
import { NotificationsViews } from './notifications.views.ts';

@Controller()
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly views: NotificationsViews,
  ) {}

  @Route(notification.listNotifications)
  list(@In() { query }: RouteInput<typeof notification.listNotifications>, @Ctx() call: MemberContext) {
    return this.views.list(call, query);
  }

  @Route(notification.countUnread)
  countUnread(@Ctx() call: MemberContext) {
    return this.views.countUnread(call);
  }

  @Route(notification.markRead)
  markRead(@In() { body }: RouteInput<typeof notification.markRead>, @Ctx() call: MemberContext) {
    return this.notifications.markRead(call, body);
  }
}
