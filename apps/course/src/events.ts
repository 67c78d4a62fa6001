import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@unityplan/contracts';
import { LOGGER, METRICS } from '@unityplan/service-kit';
import type { Logger, Metrics } from '@unityplan/telemetry';

/** What the course service counts and logs about its own work, one method per fact. */
@Injectable()
export class CourseMetrics {
  private readonly completions;
  private readonly attempts;

  constructor(
    @Inject(METRICS) metrics: Metrics,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.completions = metrics.counter('course_completions_total', 'Courses completed');
    this.attempts = metrics.counter('course_attempts_total', 'Quizzes handed in, by outcome', ['outcome']);
  }

  completed(): void {
    this.completions.inc();
  }

  submitted(passed: boolean): void {
    this.attempts.inc({ outcome: passed ? 'passed' : 'failed' });
  }

  seeded(territory: string, slug: string, number: number): void {
    this.log.info({ territory, course: slug, version: number }, 'a course of the platform was published');
  }

  seedingWaits(error: unknown, territory: string): void {
    if (error instanceof Problem) this.log.debug({ err: error, territory }, 'the courses of the platform wait for other services');
    else this.log.warn({ err: error, territory }, 'the courses of the platform could not be published yet; tried again in a moment');
  }

  seedingFailed(error: unknown, territory: string): void {
    this.log.error({ err: error, territory }, 'the courses of the platform could not be published here');
  }
}
