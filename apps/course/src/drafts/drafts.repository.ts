import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { course as courses } from '@unityplan/contracts';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql, type RawBuilder } from 'kysely';
import { manifestOf } from '../content/manifest.ts';
import type { CourseTx } from '../db/schema.ts';
import type { CourseRow } from './authors.service.ts';

const keptRevisions = 50;
export interface RestoredFrom { readonly revision: number | null; readonly versionNumber: number | null }

@Injectable()
export class DraftsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** A new course with its first draft; undefined when the slug is taken. */
  async insert(tx: CourseTx, course: { courseId: string; slug: string; authorId: string; document: courses.CourseDocument }): Promise<CourseRow | undefined> {
    const { courseId, document } = course;
    const salt = randomBytes(32);
    const now = new Date(this.clock());
    const row = await tx.db
      .insertInto('courses')
      .values({
        id: courseId, slug: course.slug, author_id: course.authorId, created_at: now, salt, draft_revision: 1, draft_saved_at: now, draft_cid: manifestOf(document, salt).cid,
        draft_title: sql`${JSON.stringify(document.title)}::jsonb`, language: document.language,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row) await this.insertRevision(tx, courseId, 1, course.authorId, document);
    return row;
  }

  async isDraft(tx: CourseTx, { id, draft_revision }: CourseRow, document: courses.CourseDocument): Promise<boolean> {
    const row = await tx.db
      .selectFrom('course_drafts')
      .select(sql<boolean>`document = ${JSON.stringify(document)}`.as('same'))
      .where('course_id', '=', id)
      .where('revision', '=', draft_revision)
      .executeTakeFirst();
    return row?.same ?? false;
  }

  /** The next revision of the draft; saves beyond the last 50 go. */
  async replace(tx: CourseTx, course: CourseRow, savedBy: string, document: courses.CourseDocument, from?: RestoredFrom): Promise<CourseRow> {
    const revision = course.draft_revision + 1;
    await this.insertRevision(tx, course.id, revision, savedBy, document, from);
    await tx.db.deleteFrom('course_drafts').where('course_id', '=', course.id).where('revision', '<=', revision - keptRevisions).execute();
    return tx.db
      .updateTable('courses')
      .set({
        draft_revision: revision, draft_saved_at: new Date(this.clock()), draft_cid: manifestOf(document, course.salt).cid,
        draft_title: sql`${JSON.stringify(document.title)}::jsonb`, language: document.language,
      })
      .where('id', '=', course.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async noteAttached(tx: CourseTx, courseId: string, fileIds: readonly string[]): Promise<void> {
    await this.setAttached(tx, courseId, sql`select unnest(attached_files) union select unnest(${[...fileIds]}::uuid[])`);
  }

  async noteReleased(tx: CourseTx, courseId: string, kept: readonly string[]): Promise<void> {
    await this.setAttached(tx, courseId, sql`select unnest(attached_files) intersect select unnest(${[...kept]}::uuid[])`);
  }

  /** Made of what stands there, since saves and a publication may note theirs at once. */
  private async setAttached(tx: CourseTx, courseId: string, fileIds: RawBuilder<unknown>): Promise<void> {
    await tx.db.updateTable('courses').set({ attached_files: sql<string[]>`array(${fileIds})` }).where('id', '=', courseId).execute();
  }

  private async insertRevision(tx: CourseTx, courseId: string, revision: number, savedBy: string, document: courses.CourseDocument, from?: RestoredFrom): Promise<void> {
    await tx.db
      .insertInto('course_drafts')
      .values({
        course_id: courseId, revision, saved_at: new Date(this.clock()), saved_by: savedBy, document: JSON.stringify(document),
        restored_revision: from?.revision ?? null, restored_version: from?.versionNumber ?? null,
      })
      .execute();
  }
}
