import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { commonErrors, course as courses, Problem } from '@unityplan/contracts';
import { CONFIG, DB, REGISTRY } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { CourseConfig } from '../course.config.ts';
import type { CourseDb } from '../db/schema.ts';
import { CourseMetrics } from '../events.ts';
import { readCourseFolders, type FoundCourse } from './course-folder.ts';
import { Imports } from './imports.service.ts';

const tryAgainMs = 1_000;
const atOnce = 4;
const { territoryAuthorId } = courses;

/** Publishes the courses that come with the platform in every open territory, also in one that opens later, once, as courses of the territory itself. */
@Injectable()
export class Seeding implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private readonly begun = new Set<string>();
  private stopFollowing = () => undefined as void;

  constructor(
    @Inject(CONFIG) private readonly config: CourseConfig,
    @Inject(DB) private readonly db: CourseDb,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    private readonly imports: Imports,
    private readonly metrics: CourseMetrics,
  ) {}

  /** Courses that cannot be read keep the service from starting. They are published in the background: that asks the badge service, which may start later. */
  async onApplicationBootstrap(): Promise<void> {
    const { coursesDir } = this.config;
    if (coursesDir === undefined) return;
    const found = await readCourseFolders(coursesDir);
    this.running = this.seedAll(found);
    this.stopFollowing = this.registry.onChange(() => {
      this.running = Promise.all([this.running, this.seedAll(found)]).then(() => undefined);
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.stopFollowing();
    this.stopping.abort();
    await this.running;
  }

  /** Resolves when every territory has them, or was found to refuse them. */
  done(): Promise<void> {
    return this.running;
  }

  /** In each territory that is open and was not seen to before. */
  private async seedAll(found: readonly FoundCourse[]): Promise<void> {
    const here = this.registry.served(this.config.podId).filter(({ id }) => !this.begun.has(id));
    for (const { id } of here) this.begun.add(id);
    // A few at a time: each takes a connection, and of 250 territories all at once would leave none to those who ask.
    await Promise.all(Array.from({ length: atOnce }, async () => {
      for (let next = here.shift(); next !== undefined && !this.stopping.signal.aborted; next = here.shift()) await this.seed(next.id, found);
    }));
  }

  private async seed(territory: string, found: readonly FoundCourse[]): Promise<void> {
    for (const course of found)
      while (!this.stopping.signal.aborted)
        try {
          await this.put(territory, course);
          break;
        } catch (error) {
          if (!isPassing(error)) {
            this.metrics.seedingFailed(error, territory);
            break;
          }
          this.metrics.seedingWaits(error, territory);
          await wait(tryAgainMs, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
        }
  }

  /** A course that teachers of the territory have taken over is theirs. */
  private async put(territory: string, { slug, document }: FoundCourse): Promise<void> {
    if (await this.isTakenOver(territory, slug)) return;
    const { number, published } = await this.imports.importFor({ territory, memberId: territoryAuthorId, language: 'en' }, { slug, document });
    if (published) this.metrics.seeded(territory, slug, number);
  }

  private async isTakenOver(territory: string, slug: string): Promise<boolean> {
    const touched = await this.db.read(territory, (reader) =>
      reader
        .selectFrom('courses as course')
        .innerJoin('course_drafts as draft', 'draft.course_id', 'course.id')
        .select('course.id')
        .where('course.slug', '=', slug)
        .where((eb) => eb.or([eb('course.author_id', '!=', territoryAuthorId), eb('course.archived_at', 'is not', null), eb('draft.saved_by', '!=', territoryAuthorId)]))
        .limit(1)
        .executeTakeFirst(),
    );
    return touched !== undefined;
  }
}

/** Other services start with us, or a database is restarted: it will be otherwise in a moment. */
function isPassing(error: unknown): boolean {
  return !(error instanceof Problem) || ([commonErrors.service_unavailable, commonErrors.deadline_exceeded, courses.courseErrors.course_slug_taken] as unknown[]).includes(error.contract);
}
