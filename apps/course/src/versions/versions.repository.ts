import { Inject, Injectable } from '@nestjs/common';
import type { course as courses } from '@unityplan/contracts';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { filesOf, lessonsOf, minutesOf, splitKey } from '../content/course-content.ts';
import type { Manifest } from '../content/manifest.ts';
import type { CourseTx } from '../db/schema.ts';
import type { StoredPictures, VersionSummary } from '../db/versions.table.ts';

export interface NewVersion {
  readonly courseId: string;
  readonly manifest: Manifest;
  readonly document: courses.CourseDocument;
  readonly pictures: StoredPictures;
  readonly note: string | null;
  readonly publishedBy: string;
}

@Injectable()
export class VersionsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  find(tx: CourseTx, courseId: string, cid: string) {
    return tx.db.selectFrom('course_versions').select(['id', 'number']).where('course_id', '=', courseId).where('cid', '=', cid).executeTakeFirst();
  }

  /** The next version of a course whose row is locked. */
  async insert(tx: CourseTx, version: NewVersion, number: number): Promise<{ id: string; number: number }> {
    const { manifest } = version;
    const id = v7();
    await tx.db
      .insertInto('course_versions')
      .values({
        id, course_id: version.courseId, number, cid: manifest.cid, key_hash: manifest.keyHash, manifest: manifest.text, answer_key: manifest.keyText, note: version.note,
        pictures: JSON.stringify(version.pictures), summary: JSON.stringify(summaryOf(version.document)), published_at: new Date(this.clock()), published_by: version.publishedBy,
      })
      .execute();
    return { id, number };
  }

  /** New learners begin with this version from now on, and the catalogue shows it. */
  async makeCurrent(tx: CourseTx, courseId: string, version: { id: string; number: number }, document: courses.CourseDocument): Promise<void> {
    const { title, summary, outcomes } = document;
    const search = [title, summary, ...outcomes].flatMap(({ en, da }) => [en, da]).filter(Boolean).join(' ').normalize('NFC').toLowerCase();
    await tx.db
      .updateTable('courses')
      .set({
        current_version_id: version.id, version_count: sql<number>`greatest(version_count, ${version.number})`, level: document.level, languages: document.languages, search,
        first_published_at: sql<Date>`coalesce(first_published_at, ${new Date(this.clock())})`,
      })
      .where('id', '=', courseId)
      .execute();
  }

  async setArchived(tx: CourseTx, courseId: string, at: Date | null): Promise<void> {
    await tx.db.updateTable('courses').set({ archived_at: at }).where('id', '=', courseId).execute();
  }

  /** Files of all versions and of the drafts that are kept. */
  async filesInUse(tx: CourseTx, courseId: string): Promise<string[]> {
    const versions = await tx.db.selectFrom('course_versions').select('pictures').where('course_id', '=', courseId).execute();
    const drafts = await tx.db.selectFrom('course_drafts').select('document').where('course_id', '=', courseId).execute();
    const inDrafts = drafts.flatMap(({ document }) => { const { cover, media } = filesOf(JSON.parse(document) as courses.CourseDocument); return [...cover, ...media]; });
    return [...new Set([...versions.flatMap(({ pictures }) => Object.keys(pictures)), ...inDrafts])];
  }
}

function summaryOf(document: courses.CourseDocument): VersionSummary {
  const { open } = splitKey(document);
  const { title, summary, language, languages, level, cover, gives, prerequisites } = open;
  return { title, summary, language, languages, level, cover, gives, prerequisites, minutes: minutesOf(open), lessonCount: lessonsOf(open).length, quizCount: open.quizzes.length };
}
