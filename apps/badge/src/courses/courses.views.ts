import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { course, type badge } from '@unityplan/contracts';
import { Broadcasts, RpcClient } from '@unityplan/messaging';
import { DB } from '@unityplan/service-kit';
import type { Selectable } from 'kysely';
import QuickLRU from 'quick-lru';
import type { z } from 'zod';
import type { CoursesTable } from '../db/courses.table.ts';
import type { BadgeDb } from '../db/schema.ts';
import { BadgeMetrics } from '../events.ts';
import { TerritoryCache } from '../territory-cache.ts';

export type CourseLink = z.infer<typeof badge.courseLink>;
export type GivingCourse = Selectable<CoursesTable>;
interface Title {
  /** Undefined: the course service does not know it (any more). */
  readonly link: CourseLink | undefined;
  readonly at: number;
}

const keepMs = 60_000;
const mostTitles = 20_000;
const mostPerCall = 100;
/** What asks for titles has someone waiting, and can do without. */
const patienceMs = 800;

/** Which published courses give which badge, and how to name and reach them. */
@Injectable()
export class CoursesViews implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly published: TerritoryCache<readonly GivingCourse[]>;
  private readonly titles = new QuickLRU<string, Title>({ maxSize: mostTitles });
  private stopListening: (() => void) | undefined;

  constructor(
    @Inject(DB) db: BadgeDb,
    broadcasts: Broadcasts,
    private readonly rpc: RpcClient,
    private readonly metrics: BadgeMetrics,
  ) {
    this.published = new TerritoryCache('courses', broadcasts, (territory) => db.read(territory, (reader) => reader.selectFrom('badge_courses').selectAll().orderBy('published_at').execute()));
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
    const now = performance.now();
    const found = new Map<string, CourseLink | undefined>();
    const stale: string[] = [];
    for (const id of new Set(courseIds)) {
      const known = this.titles.get(keyOf(territory, id));
      if (known) found.set(id, known.link);
      if (!known || now - known.at > keepMs) stale.push(id);
    }
    for (let i = 0; i < stale.length; i += mostPerCall) await this.ask(territory, stale.slice(i, i + mostPerCall), found);
    return (id) => found.get(id);
  }

  /** The next one who asks for its title asks the course service. */
  forgetTitle(territory: string, courseId: string): void {
    this.titles.delete(keyOf(territory, courseId));
  }

  /** After a commit. */
  changed(territory: string, courseId: string): void {
    this.forgetTitle(territory, courseId);
    this.published.changed(territory);
  }

  private async ask(territory: string, courseIds: string[], found: Map<string, CourseLink | undefined>): Promise<void> {
    const at = performance.now();
    try {
      const { courses } = await this.rpc.call(course.describeCourses, territory, { courseIds }, { deadline: Date.now() + patienceMs });
      const known = new Map(courses.map((link) => [link.courseId, link]));
      for (const id of courseIds) {
        found.set(id, known.get(id));
        this.titles.set(keyOf(territory, id), { link: known.get(id), at });
      }
    } catch (error) {
      this.metrics.coursesAway(error);
    }
  }
}

const keyOf = (territory: string, courseId: string): string => `${territory} ${courseId}`;
