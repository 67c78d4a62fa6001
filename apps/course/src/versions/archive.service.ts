import { Inject, Injectable } from '@nestjs/common';
import { course as courses, Problem } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, type Clock, type MemberContext } from '@unityplan/service-kit';
import { told } from '../content/fault-texts.ts';
import { lockCourse } from '../db/lock-course.ts';
import type { CourseDb } from '../db/schema.ts';
import { Authors, type CourseRow } from '../drafts/authors.service.ts';
import { Checks } from './checks.service.ts';
import { VersionsRepository } from './versions.repository.ts';
import { Versions } from './versions.views.ts';

/** Takes courses out of the catalogue and puts them back. */
@Injectable()
export class Archive {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly authors: Authors,
    private readonly checks: Checks,
    private readonly versions: Versions,
    private readonly repository: VersionsRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async archive(call: MemberContext, courseId: string): Promise<void> {
    await this.authors.requireArchiving(call, courseId);
    await this.db.transact(call.territory, async (tx) => {
      const course = await lockCourse(tx, courseId);
      if (course.archived_at) return;
      await this.repository.setArchived(tx, courseId, new Date(this.clock()));
      if (course.current_version_id !== null) await this.outbox.publish(tx, courses.courseArchived, { courseId, byId: call.member.memberId });
    });
  }

  /** Its badge can be had by it again, so whoever listens hears of it as of a version that came out. Throws `course_incomplete` while it cannot be had. */
  async unarchive(call: MemberContext, courseId: string): Promise<void> {
    await this.refuseLostWay(call, await this.authors.requireArchiving(call, courseId));
    await this.db.transact(call.territory, async (tx) => {
      const row = await lockCourse(tx, courseId);
      if (!row.archived_at) return;
      await this.repository.setArchived(tx, courseId, null);
      if (row.current_version_id === null) return;
      const { versionId, number, course } = await this.versions.get(call.territory, row.current_version_id, tx.db);
      const { gives, prerequisites } = course;
      await this.outbox.publish(tx, courses.coursePublished, { courseId, versionId, number, authorId: row.author_id, badge: gives?.badge ?? null, badgeLevel: gives?.level ?? 1, prerequisites });
    });
  }

  /** While it was away its badge may have been archived, or another course have closed a circle. Faults of its own it could not mend: what is archived takes no new version. */
  private async refuseLostWay(call: MemberContext, course: CourseRow): Promise<void> {
    if (!course.archived_at || course.current_version_id === null) return;
    const { course: document } = await this.versions.get(call.territory, course.current_version_id);
    const faults = await this.checks.badgeFaults({ territory: call.territory, courseId: course.id, document, publisherId: call.member.memberId });
    if (faults.length > 0) throw new Problem(courses.courseErrors.course_incomplete, { count: faults.length }, told(faults, call.language));
  }
}
