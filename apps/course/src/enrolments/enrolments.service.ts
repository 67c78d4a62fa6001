import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, course as courses, Problem } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB, type MemberContext } from '@unityplan/service-kit';
import type { CourseDb } from '../db/schema.ts';
import { ProgressService } from '../progress/progress.service.ts';
import { Versions, type PublishedVersion } from '../versions/versions.views.ts';
import { Admission } from './admission.service.ts';
import { EnrolmentsRepository } from './enrolments.repository.ts';
import { EnrolmentsViews, type Enrolment, type EnrolmentRow } from './enrolments.views.ts';

const { course_archived, course_not_enrolled, course_version_closed } = courses.courseErrors;

@Injectable()
export class EnrolmentsService {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly repository: EnrolmentsRepository,
    private readonly views: EnrolmentsViews,
    private readonly versions: Versions,
    private readonly admission: Admission,
    private readonly progress: ProgressService,
    private readonly outbox: Outbox,
  ) {}

  /** Begins a course in its current version, or goes on in the one it was left in. */
  async enrol(call: MemberContext, courseId: string): Promise<Enrolment> {
    const { territory, member: { memberId } } = call;
    const { version, row: known } = await this.toEnter(call, courseId);
    await this.admission.passGate(territory, memberId, version);
    if (known?.state !== 'active')
      await this.db.transact(territory, async (tx) => {
        const learner = { memberId, courseId };
        if (!(await this.repository.begin(tx, learner, version.versionId)) && !(await this.repository.setState(tx, learner, 'active'))) return;
        await this.outbox.publish(tx, courses.courseEnrolled, { courseId, memberId, versionId: version.versionId });
      });
    return this.views.get(territory, memberId, courseId);
  }

  /** Everything that was done stays. */
  async leave({ territory, member: { memberId } }: MemberContext, courseId: string): Promise<void> {
    await this.db.transact(territory, async (tx) => {
      const row = await this.views.row(tx.db, memberId, courseId);
      if (!row) throw new Problem(commonErrors.not_found);
      if (await this.repository.setState(tx, { memberId, courseId }, 'left')) await this.outbox.publish(tx, courses.courseLeft, { courseId, memberId, versionId: row.version_id });
    });
  }

  /** Goes on in another version. What is done there too may be all of it: then the course is completed. */
  async move(call: MemberContext, courseId: string, versionId: string): Promise<Enrolment> {
    const { territory, member: { memberId } } = call;
    const target = (await this.versions.load(territory, [versionId])).get(versionId);
    const row = await this.db.read(territory, (reader) => this.views.row(reader, memberId, courseId));
    refuseMove(row, target, courseId);
    await this.admission.passGate(territory, memberId, target!);
    await this.db.transact(territory, async (tx) => {
      await this.admission.lock(tx, memberId, courseId);
      const { run, version_id: fromVersionId } = refuseMove(await this.views.row(tx.db, memberId, courseId), target, courseId);
      if (fromVersionId === versionId) return;
      await this.repository.place(tx, { memberId, courseId }, versionId, run);
      await this.outbox.publish(tx, courses.courseVersionMoved, { courseId, memberId, versionId, fromVersionId });
      await this.progress.settle(tx, { memberId, courseId, run }, target!);
    });
    return this.views.get(territory, memberId, courseId);
  }

  /** The version to begin in: the current one, or where the member was before. */
  private async toEnter({ territory, member: { memberId } }: MemberContext, courseId: string): Promise<{ version: PublishedVersion; row: EnrolmentRow | undefined }> {
    const { row, course } = await this.db.read(territory, async (reader) => ({
      row: await this.views.row(reader, memberId, courseId),
      course: await reader.selectFrom('courses').select(['current_version_id', 'archived_at']).where('id', '=', courseId).executeTakeFirst(),
    }));
    if (!course?.current_version_id) throw new Problem(commonErrors.not_found);
    if (!row && course.archived_at) throw new Problem(course_archived);
    return { version: await this.versions.get(territory, row?.version_id ?? course.current_version_id), row };
  }
}

/** The enrolment, when its learner may go to this version: the current one, or one they were in. */
function refuseMove(row: EnrolmentRow | undefined, target: PublishedVersion | undefined, courseId: string): EnrolmentRow {
  if (!target || target.courseId !== courseId) throw new Problem(commonErrors.not_found);
  if (row?.state !== 'active') throw new Problem(course_not_enrolled);
  if (row.current_version_id !== target.versionId && !row.visited.includes(target.versionId)) throw new Problem(course_version_closed);
  return row;
}
