import { Inject, Injectable } from '@nestjs/common';
import { course as courses, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { DB, type MemberContext } from '@unityplan/service-kit';
import { manifestOf } from '../content/manifest.ts';
import type { CourseDb, CourseTx } from '../db/schema.ts';
import { DraftsService } from '../drafts/drafts.service.ts';
import type { CourseRow } from '../drafts/authors.service.ts';
import { VersionsService, type Publisher } from '../versions/versions.service.ts';

type Imported = RouteAnswer<typeof courses.importCourse>;
interface Whole { readonly slug: string; readonly document: courses.CourseDocument; readonly note?: string | undefined }

/** Takes whole courses as documents. */
@Injectable()
export class Imports {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly drafts: DraftsService,
    private readonly versions: VersionsService,
  ) {}

  import({ territory, language, member: { memberId } }: MemberContext, body: RouteInput<typeof courses.importCourse>['body']): Promise<Imported> {
    return this.importFor({ territory, language, memberId }, body);
  }

  /** Publishes a document at its address. The same content as a version that is there already changes nothing. */
  async importFor(publisher: Publisher, { slug, document, note }: Whole): Promise<Imported> {
    const { territory, memberId } = publisher;
    const placed = await this.db.transact(territory, async (tx) => {
      const course = await this.courseAt(tx, publisher, slug, document);
      const { cid } = manifestOf(document, course.salt);
      const known = await tx.db.selectFrom('course_versions').select(['id', 'number']).where('course_id', '=', course.id).where('cid', '=', cid).executeTakeFirst();
      if (known) return { course, known };
      const draft = await this.drafts.place(tx, course, memberId, { revision: course.draft_revision, document });
      if ('savedBy' in draft) throw new Error('a draft cannot be newer than under its own lock');
      return { course: draft };
    });
    const { course, known } = placed;
    if (known) return { courseId: course.id, slug, versionId: known.id, number: known.number, published: false };
    const published = await this.versions.publish(publisher, course, { revision: course.draft_revision, document, note: note ?? null });
    // Someone saved the draft between the two: what was imported stays in its history, and the importer can try again.
    if (!published) return this.importFor(publisher, { slug, document, note });
    return { courseId: course.id, slug, versionId: published.versionId, number: published.number, published: published.fresh };
  }

  /** The publisher's own course at this address, with its row locked; a new one where there is none. */
  private async courseAt(tx: CourseTx, { memberId }: Publisher, slug: string, document: courses.CourseDocument): Promise<CourseRow> {
    const found = await tx.db.selectFrom('courses').selectAll().where('slug', '=', slug).forNoKeyUpdate().executeTakeFirst();
    if (!found) return this.drafts.insert(tx, memberId, slug, document);
    if (found.author_id !== memberId) throw new Problem(courses.courseErrors.course_slug_taken, { slug });
    return found;
  }
}
