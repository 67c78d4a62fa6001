import { Controller } from '@nestjs/common';
import { course, type EventOf } from '@unityplan/contracts';
import { Handles, Hears } from '@unityplan/messaging';
import type { BadgeTx } from '../db/schema.ts';
import { CoursesService } from './courses.service.ts';
import { CoursesViews } from './courses.views.ts';

@Controller()
export class CoursesHandlers {
  constructor(
    private readonly courses: CoursesService,
    private readonly views: CoursesViews,
  ) {}

  @Handles(course.coursePublished)
  onPublished(event: EventOf<typeof course.coursePublished>, tx: BadgeTx) {
    return this.courses.published(tx, event);
  }

  @Handles(course.courseArchived)
  onArchived(event: EventOf<typeof course.courseArchived>, tx: BadgeTx) {
    return this.courses.archived(tx, event.payload.courseId);
  }

  /** A new version may have a new title. */
  @Hears(course.coursePublished)
  heardPublished(event: EventOf<typeof course.coursePublished>): void {
    this.views.forgetTitle(event.territory, event.payload.courseId);
  }
}
