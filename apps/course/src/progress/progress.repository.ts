import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { CourseTx } from '../db/schema.ts';
import type { Run } from './progress.policy.ts';

@Injectable()
export class ProgressRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Notes that a lesson with this content was looked at, or done. What was done stays done. */
  async note(tx: CourseTx, { memberId, courseId, run }: Run, lesson: { lessonId: string; contentId: string; done: boolean }): Promise<void> {
    const now = new Date(this.clock());
    await tx.db
      .insertInto('course_progress')
      .values({ member_id: memberId, course_id: courseId, run, lesson_id: lesson.lessonId, content_id: lesson.contentId, viewed_at: now, done_at: lesson.done ? now : null })
      .onConflict((conflict) =>
        conflict.columns(['member_id', 'course_id', 'run', 'lesson_id', 'content_id']).doUpdateSet({ done_at: sql<Date>`coalesce(course_progress.done_at, excluded.done_at)` }).where('course_progress.done_at', 'is', null).where(sql<boolean>`excluded.done_at is not null`),
      )
      .execute();
  }

  async resumeAt(tx: CourseTx, { memberId, courseId }: Run, at: { lessonId: string; blockId: string | null }): Promise<void> {
    await tx.db
      .updateTable('course_enrolments')
      .set({ resume_lesson: at.lessonId, resume_block: at.blockId, opened_at: new Date(this.clock()) })
      .where('member_id', '=', memberId)
      .where('course_id', '=', courseId)
      .execute();
  }

  /** The completion of a run; undefined when it has one. */
  async complete(tx: CourseTx, { memberId, courseId, run }: Run, versionId: string): Promise<string | undefined> {
    const row = await tx.db
      .insertInto('course_completions')
      .values({ id: v7(), member_id: memberId, course_id: courseId, run, version_id: versionId, completed_at: new Date(this.clock()) })
      .onConflict((conflict) => conflict.columns(['member_id', 'course_id', 'run']).doNothing())
      .returning('id')
      .executeTakeFirst();
    return row?.id;
  }
}
