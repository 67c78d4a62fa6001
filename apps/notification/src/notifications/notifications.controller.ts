import { Controller } from '@nestjs/common';
import { notification, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { CountsViews } from './counts.views.ts';
import { MarksService } from './marks.service.ts';
import { NotificationsViews } from './notifications.views.ts';
import { RulesService } from './rules.service.ts';

@Controller()
export class NotificationsController {
  constructor(
    private readonly views: NotificationsViews,
    private readonly counts: CountsViews,
    private readonly marks: MarksService,
    private readonly rules: RulesService,
  ) {}

  @Route(notification.listNotifications)
  list(@In() { query }: RouteInput<typeof notification.listNotifications>, @Ctx() call: MemberContext) {
    return this.views.list(call, query);
  }

  @Route(notification.countUnread)
  countUnread(@Ctx() call: MemberContext) {
    return this.counts.get(call);
  }

  @Route(notification.markNotifications)
  mark(@In() { body }: RouteInput<typeof notification.markNotifications>, @Ctx() call: MemberContext) {
    return this.marks.mark(call, body);
  }

  @Route(notification.undoMark)
  undo(@In() { params }: RouteInput<typeof notification.undoMark>, @Ctx() call: MemberContext) {
    return this.marks.undo(call, params.markId);
  }

  @Route(notification.changeRule)
  changeRule(@In() { params, body }: RouteInput<typeof notification.changeRule>, @Ctx() call: MemberContext) {
    return this.rules.change(call, params.notificationId, body);
  }
}
