import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { course, type badge } from '@unityplan/contracts';
import { Broadcasts, RpcClient } from '@unityplan/messaging';
import { DB, LastKnown } from '@unityplan/service-kit';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { CoursesTable } from '../db/courses.table.ts';
import type { BadgeDb } from '../db/schema.ts';
import { BadgeMetrics } from '../events.ts';
import { TerritoryCache } from '../territory-cache.ts';

export type CourseLink = z.infer<typeof badge.courseLink>;
export type GivingCourse = Selectable<CoursesTable>;
/** What asks for titles has someone waiting, and can do without. */
const patienceMs = 800;

/** Which published courses give which badge, and how to name and reach them. */
@Injectable()
export class CoursesViews implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly published: TerritoryCache<readonly GivingCourse[]>;
  private readonly titles: LastKnown<CourseLink>;
  private stopListening: (() => void) | undefined;

  constructor(
    @Inject(DB) db: BadgeDb,
    broadcasts: Broadcasts,
    rpc: RpcClient,
    metrics: BadgeMetrics,
  ) {
    this.published = new TerritoryCache('courses', broadcasts, (territory) => db.read(territory, (reader) => reader.selectFrom('badge_courses').selectAll().orderBy('published_at').execute()));
    this.titles = new LastKnown({
      ask: async (territory, courseIds) => {
        const { courses } = await rpc.call(course.describeCourses, territory, { courseIds }, { deadline: Date.now() + patienceMs });
        return new Map(courses.map((link) => [link.courseId, link]));
      },
      away: (error) => metrics.coursesAway(error),
      mostPerCall: 100,
      mostKept: 20_000,
    });
  }

  onApplicationBootstrap(): void {
    this.stopListening = this.published.listen();
  }
  onModuleDestroy(): void {
    this.stopListening?.();
  }

  /** Every published course that gives a badge, the longest published first. */
  all(territory: string): Promise<readonly GivingCourse[]> {
    return this.published.of(territory);
  }

  /** The courses that give a badge at a level or above, the longest published first. */
  async giving(territory: string, badge: string, level: number): Promise<string[]> {
    return (await this.all(territory)).filter((one) => one.badge === badge && one.level >= level).map(({ course_id }) => course_id);
  }

  /** A way to name courses by id. Courses that cannot be named are left out: a link to nothing helps nobody. */
  async links(territory: string, courseIds: Iterable<string>): Promise<(courseId: string) => CourseLink | undefined> {
    const found = await this.titles.of(territory, courseIds);
    return (id) => found.get(id);
  }

  /** The next one who asks for its title asks the course service. */
  forgetTitle(territory: string, courseId: string): void {
    this.titles.forget(territory, courseId);
  }

  /** After a commit. */
  changed(territory: string, courseId: string): void {
    this.forgetTitle(territory, courseId);
    this.published.changed(territory);
  }
}
