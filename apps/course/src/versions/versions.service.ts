import { Inject, Injectable } from '@nestjs/common';
import { course as courses, Problem } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { DB } from '@unityplan/service-kit';
import { told } from '../content/fault-texts.ts';
import { manifestOf } from '../content/manifest.ts';
import { lockCourse } from '../db/lock-course.ts';
import type { CourseDb } from '../db/schema.ts';
import type { CourseRow } from '../drafts/authors.service.ts';
import { DraftFiles } from '../drafts/draft-files.service.ts';
import { Checks } from './checks.service.ts';
import { VersionsRepository, type NewVersion } from './versions.repository.ts';

const { course_archived, course_incomplete } = courses.courseErrors;

/** Who publishes: a member, or the territory itself for courses that come with the platform. */
export interface Publisher {
  readonly territory: string;
  readonly memberId: string;
  readonly language: 'en' | 'da';
}

/** The version that a document became. */
export interface Publication {
  readonly versionId: string;
  readonly number: number;
  /** False when this content was published before. */
  readonly fresh: boolean;
}

/** Publishing, and what may be done with versions afterwards. */
@Injectable()
export class VersionsService {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly repository: VersionsRepository,
    private readonly checks: Checks,
    private readonly files: DraftFiles,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Publishes a document that is the draft at `revision`. The same content as an earlier version is that version again, for new learners
   * too. Throws `course_incomplete` with every fault, in the publisher's language; answers undefined when the draft is another by now.
   */
  async publish(publisher: Publisher, course: CourseRow, draft: { revision: number; document: courses.CourseDocument; note: string | null }): Promise<Publication | undefined> {
    const { territory, memberId } = publisher;
    const { document } = draft;
    if (course.archived_at) throw new Problem(course_archived);
    const faults = await this.checks.faults({ territory, courseId: course.id, document, publisherId: memberId });
    if (faults.length > 0) throw new Problem(course_incomplete, { count: faults.length }, told(faults, publisher.language));
    const pictures = await this.files.pin(territory, course.id, memberId, document);
    const version: NewVersion = { courseId: course.id, manifest: manifestOf(document, course.salt), document, pictures, note: draft.note, publishedBy: memberId };
    const done = await this.db.transact(territory, async (tx) => {
      const locked = await lockCourse(tx, course.id);
      if (locked.draft_revision !== draft.revision) return undefined;
      if (locked.archived_at) throw new Problem(course_archived);
      const earlier = await this.repository.find(tx, course.id, version.manifest.cid);
      const { id: versionId, number } = earlier ?? (await this.repository.insert(tx, version, locked.version_count + 1));
      if (locked.current_version_id !== versionId) {
        await this.repository.makeCurrent(tx, course.id, { id: versionId, number }, document);
        const { gives, prerequisites } = document;
        await this.outbox.publish(tx, courses.coursePublished, { courseId: course.id, versionId, number, authorId: course.author_id, badge: gives?.badge ?? null, badgeLevel: gives?.level ?? 1, prerequisites });
      }
      return { versionId, number, fresh: !earlier, keep: await this.repository.filesInUse(tx, course.id) };
    });
    if (done?.fresh && (Object.keys(pictures).length > 0 || course.attached_files.length > 0)) await this.files.release(territory, course.id, done.keep);
    return done;
  }
}
