import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { CourseTx } from '../db/schema.ts';

interface Learner {
  readonly memberId: string;
  readonly courseId: string;
}

@Injectable()
export class EnrolmentsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Begins a course; false when there is an enrolment, whatever its state. */
  async begin(tx: CourseTx, { memberId, courseId }: Learner, versionId: string): Promise<boolean> {
    const now = new Date(this.clock());
    const made = await tx.db
      .insertInto('course_enrolments')
      .values({ member_id: memberId, course_id: courseId, state: 'active', version_id: versionId, visited: [versionId], enrolled_at: now, opened_at: now, resume_lesson: null, resume_block: null })
      .onConflict((conflict) => conflict.columns(['member_id', 'course_id']).doNothing())
      .returning('run')
      .executeTakeFirst();
    return made !== undefined;
  }

  /** Goes on or stops; false when that is so already. */
  async setState(tx: CourseTx, { memberId, courseId }: Learner, state: 'active' | 'left'): Promise<boolean> {
    const changed = await tx.db
      .updateTable('course_enrolments')
      .set({ state, opened_at: new Date(this.clock()) })
      .where('member_id', '=', memberId)
      .where('course_id', '=', courseId)
      .where('state', '!=', state)
      .executeTakeFirst();
    return changed.numUpdatedRows === 1n;
  }

  /** Puts the learner into a version, in this run or the next. */
  async place(tx: CourseTx, { memberId, courseId }: Learner, versionId: string, run: number): Promise<void> {
    await tx.db
      .updateTable('course_enrolments')
      .set({
        version_id: versionId, run, opened_at: new Date(this.clock()),
        visited: sql<string[]>`case when ${versionId}::uuid = any(visited) then visited else visited || ${versionId}::uuid end`,
        resume_lesson: sql<string | null>`case when run = ${run} then resume_lesson end`, resume_block: sql<string | null>`case when run = ${run} then resume_block end`,
      })
      .where('member_id', '=', memberId)
      .where('course_id', '=', courseId)
      .execute();
  }
}
