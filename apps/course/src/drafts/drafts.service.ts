import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, course as courses, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { slugOf } from '@unityplan/markdown';
import { DB, once, People, type MemberContext } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import { documentOf } from '../content/manifest.ts';
import { lockCourse } from '../db/lock-course.ts';
import type { CourseDb, CourseTx } from '../db/schema.ts';
import { Versions } from '../versions/versions.views.ts';
import { Authors, type CourseRow } from './authors.service.ts';
import { draftChanged, type Newer } from './conflict.policy.ts';
import { DraftFiles } from './draft-files.service.ts';
import { DraftsRepository, type RestoredFrom } from './drafts.repository.ts';
import { DraftsViews } from './drafts.views.ts';
import { emptyDocument, slugsAfter } from './drafts.policy.ts';

type Document = courses.CourseDocument;
type Draft = RouteAnswer<typeof courses.getDraft>;
interface Save { readonly revision: number; readonly document: Document }

@Injectable()
export class DraftsService {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly repository: DraftsRepository,
    private readonly views: DraftsViews,
    private readonly authors: Authors,
    private readonly files: DraftFiles,
    private readonly versions: Versions,
    private readonly people: People,
  ) {}

  /** Begins a course with an empty draft. */
  async create(call: MemberContext, body: RouteInput<typeof courses.createCourse>['body']): Promise<Draft> {
    const { memberId } = call.member;
    const row = await this.db.transact(call.territory, async (tx) => {
      const request = { table: 'course_requests', memberId, route: courses.createCourse.id, key: call.idempotencyKey, body };
      const courseId = await once(tx.db, request, async () => (await this.insert(tx, memberId, body.slug, emptyDocument(body))).id);
      return this.views.draftRow(tx.db, courseId);
    });
    return this.views.present(call.territory, row);
  }

  /** Puts a course with this document at an address of its own. Throws `course_slug_taken` for an address that was asked for. */
  async insert(tx: CourseTx, authorId: string, wished: string | undefined, document: Document): Promise<CourseRow> {
    const title = document.title[document.language] ?? document.title.en ?? document.title.da ?? '';
    for (const slug of wished === undefined ? slugsAfter(slugOf(title, 'course')) : [wished]) {
      const row = await this.repository.insert(tx, { courseId: v7(), slug, authorId, document });
      if (row) return row;
    }
    throw new Problem(courses.courseErrors.course_slug_taken, { slug: wished ?? title });
  }

  /** Saves the whole draft. What is on file already, whoever saved it, is saved; an older revision is told of the newer one. */
  async save(call: MemberContext, courseId: string, body: Save): Promise<RouteAnswer<typeof courses.saveDraft>> {
    await this.authors.require(call, courseId);
    const { memberId } = call.member;
    const saved = await this.db.transact(call.territory, async (tx) => {
      const course = await lockCourse(tx, courseId);
      const request = { table: 'course_requests', memberId, route: courses.saveDraft.id, key: call.idempotencyKey, body: { courseId, ...body } };
      let newer: Newer | undefined;
      const revision = await once(tx.db, request, async () => {
        const next = await this.place(tx, course, memberId, body);
        if ('savedBy' in next) newer = next;
        return String('savedBy' in next ? 0 : next.draft_revision);
      });
      // Nothing is remembered of a save that was refused: the same key may bring it again.
      if (newer) throw new Refused(newer);
      return { revision: Number(revision), row: await this.views.rows(tx.db).where('course.id', '=', courseId).executeTakeFirstOrThrow(), attached: course.attached_files };
    }).catch((error: unknown) => this.tell(call, error));
    await this.files.keep(call.territory, { courseId, savedBy: memberId, document: body.document, attached: saved.attached });
    return { revision: saved.revision, savedAt: saved.row.draft_saved_at.toISOString(), changed: saved.row.changed };
  }

  /** Makes an earlier save or a published version the draft again. */
  async restore(call: MemberContext, courseId: string, { revision, from }: RouteInput<typeof courses.restoreDraft>['body']): Promise<Draft> {
    await this.authors.require(call, courseId);
    const row = await this.db.transact(call.territory, async (tx) => {
      const course = await lockCourse(tx, courseId);
      const { document, restored } = await this.earlier(tx, course, from);
      const next = await this.place(tx, course, call.member.memberId, { revision, document }, restored);
      if ('savedBy' in next) throw new Refused(next);
      return this.views.draftRow(tx.db, courseId);
    }).catch((error: unknown) => this.tell(call, error));
    return this.views.present(call.territory, row);
  }

  /** The draft as it is now, made this document under the course's lock; or what is newer than the revision it was made from. */
  async place(tx: CourseTx, course: CourseRow, savedBy: string, { revision, document }: Save, from?: RestoredFrom): Promise<CourseRow | Newer> {
    if (await this.repository.isDraft(tx, course, document)) return course;
    if (course.draft_revision === revision) return this.repository.replace(tx, course, savedBy, document, from);
    const newest = await tx.db.selectFrom('course_drafts').select(['saved_at', 'saved_by']).where('course_id', '=', course.id).where('revision', '=', course.draft_revision).executeTakeFirstOrThrow();
    return { revision: course.draft_revision, savedAt: newest.saved_at, savedBy: newest.saved_by };
  }

  private async earlier(tx: CourseTx, course: CourseRow, from: { revision: number } | { versionId: string }): Promise<{ document: Document; restored: RestoredFrom }> {
    if ('versionId' in from) {
      const version = (await this.versions.load(tx.territory, [from.versionId], tx.db)).get(from.versionId);
      if (version?.courseId !== course.id) throw new Problem(commonErrors.not_found);
      return { document: courses.courseDocument.parse(documentOf(version)), restored: { revision: null, versionNumber: version.number } };
    }
    const row = await tx.db.selectFrom('course_drafts').select('document').where('course_id', '=', course.id).where('revision', '=', from.revision).executeTakeFirst();
    if (!row) throw new Problem(commonErrors.not_found);
    return { document: JSON.parse(row.document) as Document, restored: { revision: from.revision, versionNumber: null } };
  }

  private async tell(call: MemberContext, error: unknown): Promise<never> {
    if (!(error instanceof Refused)) throw error;
    const personOf = await this.people.of(call.territory, [error.newer.savedBy]);
    throw draftChanged(error.newer, call.member.memberId, personOf(error.newer.savedBy));
  }
}

/** Ends the transaction; whoever saved what is newer is looked up after it. */
class Refused extends Error {
  readonly newer: Newer;
  constructor(newer: Newer) {
    super('the draft is newer');
    this.newer = newer;
  }
}
