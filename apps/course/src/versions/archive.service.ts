import { Inject, Injectable } from '@nestjs/common';
import { course as courses } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, type Clock, type MemberContext } from '@unityplan/service-kit';
import type { CourseDb } from '../db/schema.ts';
import { Authors } from '../drafts/authors.service.ts';
import { VersionsRepository } from './versions.repository.ts';
import { Versions } from './versions.views.ts';

/** Takes courses out of the catalogue and puts them back. */
@Injectable()
export class Archive {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly authors: Authors,
    private readonly versions: Versions,
    private readonly repository: VersionsRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async archive(call: MemberContext, courseId: string): Promise<void> {
    await this.authors.requireArchiving(call, courseId);
    await this.db.transact(call.territory, async (tx) => {
      const course = await this.repository.lock(tx, courseId);
      if (course.archived_at) return;
      await this.repository.setArchived(tx, courseId, new Date(this.clock()));
      if (course.current_version_id !== null) await this.outbox.publish(tx, courses.courseArchived, { courseId, byId: call.member.memberId });
    });
  }

  /** Its badge can be had by it again, so whoever listens hears of it as of a version that came out. */
  async unarchive(call: MemberContext, courseId: string): Promise<void> {
    await this.authors.requireArchiving(call, courseId);
    await this.db.transact(call.territory, async (tx) => {
      const row = await this.repository.lock(tx, courseId);
      if (!row.archived_at) return;
      await this.repository.setArchived(tx, courseId, null);
      if (row.current_version_id === null) return;
      const { versionId, number, course } = await this.versions.get(call.territory, row.current_version_id, tx.db);
      const { gives, prerequisites } = course;
      await this.outbox.publish(tx, courses.coursePublished, { courseId, versionId, number, authorId: row.author_id, badge: gives?.badge ?? null, badgeLevel: gives?.level ?? 1, prerequisites });
    });
  }
}
