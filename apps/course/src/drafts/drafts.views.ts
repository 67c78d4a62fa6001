import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, course as courses, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { DB, decodeCursor, People, toPage, type MemberContext } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CourseDb, CourseReader } from '../db/schema.ts';
import { authorOf } from '../catalogue/author.policy.ts';
import { Authors } from './authors.service.ts';
import { toAuthored, toRevision } from './drafts.mapper.ts';

export type AuthoredRow = Awaited<ReturnType<ReturnType<DraftsViews['rows']>['execute']>>[number];
type Draft = RouteAnswer<typeof courses.getDraft>;

const byTime = z.tuple([z.int().min(0).max(8.64e15), z.uuid()]);
const byRevision = z.tuple([z.int().min(0).max(2_147_483_647)]);

@Injectable()
export class DraftsViews {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly authors: Authors,
    private readonly people: People,
  ) {}

  /** Courses as their authors see them. */
  rows(reader: CourseReader) {
    return reader
      .selectFrom('courses as course')
      .leftJoin('course_versions as version', 'version.id', 'course.current_version_id')
      .select(['course.id', 'course.slug', 'course.author_id', 'course.draft_title', 'course.language', 'course.draft_revision', 'course.draft_saved_at', 'course.archived_at', 'version.number'])
      .select(sql<boolean>`course.draft_cid is distinct from version.cid`.as('changed'));
  }

  /** The draft with its document and whoever saved it; read inside the transaction that changed it, or alone. */
  draftRow(reader: CourseReader, courseId: string) {
    return this.rows(reader)
      .innerJoin('course_drafts as draft', (join) => join.onRef('draft.course_id', '=', 'course.id').onRef('draft.revision', '=', 'course.draft_revision'))
      .select(['draft.document', 'draft.saved_by'])
      .where('course.id', '=', courseId)
      .executeTakeFirstOrThrow();
  }

  /** The draft's document and who saved it when, for someone who may see it. */
  async newest(territory: string, courseId: string) {
    const row = await this.db.read(territory, (reader) => this.draftRow(reader, courseId));
    return { revision: row.draft_revision, savedAt: row.draft_saved_at, savedBy: row.saved_by, document: JSON.parse(row.document) as courses.CourseDocument };
  }

  async get(call: MemberContext, courseId: string): Promise<Draft> {
    await this.authors.require(call, courseId);
    return this.present(call.territory, await this.db.read(call.territory, (reader) => this.draftRow(reader, courseId)));
  }

  /** Adds the people. Call it after a transaction: it asks another service. */
  async present(territory: string, row: Awaited<ReturnType<DraftsViews['draftRow']>>): Promise<Draft> {
    const personOf = await this.people.of(territory, [row.author_id, row.saved_by]);
    return { ...toAuthored(row, personOf), savedBy: authorOf(row.saved_by, personOf), document: JSON.parse(row.document) as courses.CourseDocument };
  }

  /** Courses the caller may edit, last saved first. */
  async list(call: MemberContext, query: RouteInput<typeof courses.listAuthoredCourses>['query']): Promise<RouteAnswer<typeof courses.listAuthoredCourses>> {
    const teacher = await this.authors.isTeacher(call);
    const list = `authored ${teacher ? 'all' : call.member.memberId} ${query.state ?? ''}`;
    const cursor = decodeCursor(list, query.cursor, byTime);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(call.territory, (reader) => {
      let found = this.rows(reader);
      if (!teacher) found = found.where('course.author_id', '=', call.member.memberId);
      if (query.state === 'archived') found = found.where('course.archived_at', 'is not', null);
      else if (query.state) found = found.where('course.archived_at', 'is', null).where('course.current_version_id', query.state === 'draft' ? 'is' : 'is not', null);
      if (cursor) found = found.where(sql<boolean>`(course.draft_saved_at, course.id) ${sql.raw(backwards ? '>' : '<')} (${new Date(cursor.values[0])}::timestamptz, ${cursor.values[1]}::uuid)`);
      const order = backwards ? 'asc' : 'desc';
      return found.orderBy('course.draft_saved_at', order).orderBy('course.id', order).limit(query.limit + 1).execute();
    });
    const page = toPage(list, rows, query.limit, cursor, (row) => [row.draft_saved_at.getTime(), row.id]);
    const personOf = await this.people.of(call.territory, page.rows.map(({ author_id }) => author_id));
    return { items: page.rows.map((row) => toAuthored(row, personOf)), next: page.next, previous: page.previous };
  }

  /** The saves that are kept, newest first. */
  async revisions(call: MemberContext, courseId: string, query: RouteInput<typeof courses.listDraftRevisions>['query']): Promise<RouteAnswer<typeof courses.listDraftRevisions>> {
    await this.authors.require(call, courseId);
    const list = `drafts ${courseId}`;
    const cursor = decodeCursor(list, query.cursor, byRevision);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(call.territory, (reader) => {
      let found = this.revisionRows(reader, courseId);
      if (cursor) found = found.where('revision', backwards ? '>' : '<', cursor.values[0]);
      return found.orderBy('revision', backwards ? 'asc' : 'desc').limit(query.limit + 1).execute();
    });
    const page = toPage(list, rows, query.limit, cursor, (row) => [row.revision]);
    const personOf = await this.people.of(call.territory, page.rows.map(({ saved_by }) => saved_by));
    return { items: page.rows.map((row) => ({ ...toRevision(row), savedBy: authorOf(row.saved_by, personOf) })), next: page.next, previous: page.previous };
  }

  async revision(call: MemberContext, courseId: string, revision: number): Promise<RouteAnswer<typeof courses.getDraftRevision>> {
    await this.authors.require(call, courseId);
    const row = await this.db.read(call.territory, (reader) => this.revisionRows(reader, courseId).select('document').where('revision', '=', revision).executeTakeFirst());
    if (!row) throw new Problem(commonErrors.not_found);
    const personOf = await this.people.of(call.territory, [row.saved_by]);
    return { ...toRevision(row), savedBy: authorOf(row.saved_by, personOf), document: JSON.parse(row.document) as courses.CourseDocument };
  }

  private revisionRows(reader: CourseReader, courseId: string) {
    return reader
      .selectFrom('course_drafts')
      .select(['revision', 'saved_at', 'saved_by', 'restored_revision', 'restored_version'])
      .select(sql<number>`octet_length(document)`.as('bytes'))
      .where('course_id', '=', courseId);
  }
}
