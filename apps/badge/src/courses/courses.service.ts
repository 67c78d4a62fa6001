import { Injectable } from '@nestjs/common';
import type { course, EventOf } from '@unityplan/contracts';
import type { BadgeTx } from '../db/schema.ts';
import { CoursesRepository } from './courses.repository.ts';
import { CoursesViews } from './courses.views.ts';

/** Keeps which published courses give a badge. */
@Injectable()
export class CoursesService {
  constructor(
    private readonly repository: CoursesRepository,
    private readonly views: CoursesViews,
  ) {}

  async published(tx: BadgeTx, { payload, time }: EventOf<typeof course.coursePublished>): Promise<void> {
    const { courseId, badge, badgeLevel, prerequisites } = payload;
    if (badge === null) return this.archived(tx, courseId);
    await this.repository.put(tx, { course_id: courseId, badge, level: badgeLevel, prerequisites: prerequisites ? JSON.stringify(prerequisites) : null, published_at: new Date(time) });
    tx.onCommit(() => this.views.changed(tx.territory, courseId));
  }

  async archived(tx: BadgeTx, courseId: string): Promise<void> {
    await this.repository.remove(tx, courseId);
    tx.onCommit(() => this.views.changed(tx.territory, courseId));
  }
}
