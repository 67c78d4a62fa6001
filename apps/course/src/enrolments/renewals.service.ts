import { Inject, Injectable } from '@nestjs/common';
import { course as courses, Problem } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB, type MemberContext } from '@unityplan/service-kit';
import type { CourseDb } from '../db/schema.ts';
import { Versions } from '../versions/versions.views.ts';
import { Admission } from './admission.service.ts';
import { EnrolmentsRepository } from './enrolments.repository.ts';
import { EnrolmentsViews, type Enrolment, type EnrolmentRow } from './enrolments.views.ts';
import { Renewals } from './renewals.views.ts';

const { course_archived, course_not_enrolled, course_not_renewable } = courses.courseErrors;

/** Taking a completed course again: another run, with a completion of its own. */
@Injectable()
export class RenewalsService {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly repository: EnrolmentsRepository,
    private readonly views: EnrolmentsViews,
    private readonly versions: Versions,
    private readonly renewals: Renewals,
    private readonly admission: Admission,
    private readonly outbox: Outbox,
  ) {}

  /** A run that has begun and is not completed goes on; so a repeated request begins no second one. */
  async renew({ territory, member: { memberId } }: MemberContext, courseId: string): Promise<Enrolment> {
    const row = await this.db.read(territory, (reader) => this.views.row(reader, memberId, courseId));
    if (!row) throw new Problem(course_not_enrolled);
    if (goesOn(row)) return this.views.present(territory, row);
    if (row.archived_at) throw new Problem(course_archived);
    const versions = await this.versions.load(territory, [row.current_version_id!, ...(row.completion ? [row.completion.version] : [])]);
    const current = versions.get(row.current_version_id!)!;
    if (!row.completion || !(await this.renewals.may(territory, memberId, versions.get(row.completion.version)!, current))) throw new Problem(course_not_renewable);
    await this.admission.passGate(territory, memberId, current);
    await this.db.transact(territory, async (tx) => {
      await this.admission.lock(tx, memberId, courseId);
      const locked = await this.views.row(tx.db, memberId, courseId);
      if (!locked?.completion) return;
      await this.repository.place(tx, { memberId, courseId }, current.versionId, locked.run + 1);
      await this.repository.setState(tx, { memberId, courseId }, 'active');
      await this.outbox.publish(tx, courses.courseEnrolled, { courseId, memberId, versionId: current.versionId });
    });
    return this.views.get(territory, memberId, courseId);
  }
}

function goesOn({ run, completion, state }: EnrolmentRow): boolean {
  return run > 1 && completion === null && state === 'active';
}
