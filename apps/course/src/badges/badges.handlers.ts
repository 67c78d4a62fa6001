import { Controller } from '@nestjs/common';
import { badge as badges, course as courses, type EventOf } from '@unityplan/contracts';
import { Hears } from '@unityplan/messaging';
import { Badges } from './badges.views.ts';

/** New names and new ways to a badge show at once; a missed broadcast heals within a minute. */
@Controller()
export class BadgesHandlers {
  constructor(private readonly badges: Badges) {}

  @Hears(badges.badgeDefined)
  onBadgeDefined(event: EventOf<typeof badges.badgeDefined>): void {
    this.badges.forget(event.territory);
  }

  @Hears(courses.coursePublished)
  onCoursePublished(event: EventOf<typeof courses.coursePublished>): void {
    this.badges.forget(event.territory);
  }
}
