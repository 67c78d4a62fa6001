import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, course as courses, Problem } from '@unityplan/contracts';
import { DB, Permissions, type MemberContext } from '@unityplan/service-kit';
import type { CourseDb, CourseReader, CourseTx } from '../db/schema.ts';
import type { Run } from '../progress/progress.policy.ts';
import { Versions, type PublishedVersion } from '../versions/versions.views.ts';
import { EnrolmentsViews, type EnrolmentRow } from './enrolments.views.ts';

/** A learner in a course, let in. */
export interface Admitted {
  readonly row: EnrolmentRow;
  readonly version: PublishedVersion;
  readonly run: Run;
}

/** The one door to the content of courses: every route that shows or changes any goes through it. */
@Injectable()
export class Admission {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly views: EnrolmentsViews,
    private readonly versions: Versions,
    private readonly permissions: Permissions,
  ) {}

  /** Lets in who takes the course and whom its prerequisites let in now; says to anyone else what is missing. */
  async admit({ territory, member: { memberId } }: MemberContext, courseId: string): Promise<Admitted> {
    const row = await this.db.read(territory, (reader) => this.active(reader, memberId, courseId));
    const version = await this.versions.get(territory, row.version_id);
    await this.passGate(territory, memberId, version);
    return { row, version, run: { memberId, courseId, run: row.run } };
  }

  /**
   * The same for a change: `fn` runs in a transaction that holds the lock of the enrolment, so all that one learner does in a course happens
   * one after the other. A learner who went to another version between the door and the lock is asked at the door again.
   */
  async within<T>(call: MemberContext, courseId: string, fn: (tx: CourseTx, admitted: Admitted) => Promise<T>): Promise<T> {
    const { territory, member: { memberId } } = call;
    for (;;) {
      const { row: { version_id }, version } = await this.admit(call, courseId);
      const result = await this.db.transact(territory, async (tx) => {
        await this.lock(tx, memberId, courseId);
        const row = await this.active(tx.db, memberId, courseId);
        return row.version_id === version_id ? { of: await fn(tx, { row, version, run: { memberId, courseId, run: row.run } }) } : undefined;
      });
      if (result) return result.of;
    }
  }

  async passGate(territory: string, memberId: string, { course }: PublishedVersion): Promise<void> {
    if (course.prerequisites) await this.permissions.require(territory, memberId, course.prerequisites);
  }

  /** Waits for whatever else this learner does in the course. */
  async lock(tx: CourseTx, memberId: string, courseId: string): Promise<void> {
    await tx.db.selectFrom('course_enrolments').select('run').where('member_id', '=', memberId).where('course_id', '=', courseId).forUpdate().execute();
  }

  private async active(reader: CourseReader, memberId: string, courseId: string): Promise<EnrolmentRow> {
    const row = await this.views.row(reader, memberId, courseId);
    if (row?.state === 'active') return row;
    const published = row ?? (await reader.selectFrom('courses').select('id').where('id', '=', courseId).where('current_version_id', 'is not', null).executeTakeFirst());
    throw new Problem(published ? courses.courseErrors.course_not_enrolled : commonErrors.not_found);
  }
}
