import { Injectable } from '@nestjs/common';
import { course as courses } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import type { CourseTx } from '../db/schema.ts';
import { doneIn, EnrolmentsViews } from '../enrolments/enrolments.views.ts';
import { CourseMetrics } from '../events.ts';
import type { PublishedVersion } from '../versions/versions.views.ts';
import { standingIn, type Run, type Standing } from './progress.policy.ts';
import { ProgressRepository } from './progress.repository.ts';

/** What is done, and that a course is completed once. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly repository: ProgressRepository,
    private readonly enrolments: EnrolmentsViews,
    private readonly outbox: Outbox,
    private readonly metrics: CourseMetrics,
  ) {}

  /** The caller holds the lock of the enrolment. */
  async viewed(tx: CourseTx, run: Run, version: PublishedVersion, at: { lessonId: string; blockId: string | null }): Promise<void> {
    await this.repository.note(tx, run, { lessonId: at.lessonId, contentId: version.contentIds.lessons.get(at.lessonId)!, done: false });
    await this.repository.resumeAt(tx, run, at);
  }

  /** Going on means the next lesson from here, also when the learner's device never gets to say that it is there. */
  async done(tx: CourseTx, run: Run, version: PublishedVersion, lessonId: string): Promise<void> {
    await this.repository.note(tx, run, { lessonId, contentId: version.contentIds.lessons.get(lessonId)!, done: true });
    const next = version.lessons[version.lessons.findIndex(({ lesson }) => lesson.id === lessonId) + 1];
    await this.repository.resumeAt(tx, run, { lessonId: next?.lesson.id ?? lessonId, blockId: null });
  }

  /**
   * Looks whether everything the version asks for is fulfilled, and if so completes the run and tells of it in the same transaction. Once:
   * the enrolment is locked by the caller, and a run has one completion. Call it after every change that may be the last one.
   */
  async settle(tx: CourseTx, run: Run, version: PublishedVersion): Promise<Standing> {
    const { memberId, courseId } = run;
    const row = await this.enrolments.row(tx.db, memberId, courseId);
    const standing = standingIn(version, doneIn(row!));
    if (!standing.complete || row!.completion !== null) return standing;
    const completionId = await this.repository.complete(tx, run, version.versionId);
    if (completionId === undefined) return standing;
    const { gives } = version.course;
    await this.outbox.publish(tx, courses.courseCompleted, { courseId, versionId: version.versionId, memberId, completionId, badge: gives?.badge ?? null, badgeLevel: gives?.level ?? 1 });
    tx.onCommit(() => this.metrics.completed());
    return standing;
  }
}
