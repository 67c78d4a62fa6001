import { Inject, Injectable } from '@nestjs/common';
import type { course as courses, RouteAnswer, RouteInput } from '@unityplan/contracts';
import { DB, decodeCursor, People, toPage, type CallContext } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CourseDb, CourseReader } from '../db/schema.ts';
import { Versions } from '../versions/versions.views.ts';
import { toSummary } from './catalogue.mapper.ts';
import { Standings } from './standings.views.ts';

export type CatalogueRow = Awaited<ReturnType<ReturnType<Catalogue['rows']>['execute']>>[number];
export type Summary = Omit<RouteAnswer<typeof courses.listCourses>['items'][number], 'mine'>;
type Query = RouteInput<typeof courses.listCourses>['query'];

const place = z.tuple([z.int().min(0).max(8.64e15), z.uuid()]);

/** The courses of a territory, as a guest or a member sees them. */
@Injectable()
export class Catalogue {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly versions: Versions,
    private readonly people: People,
    private readonly standings: Standings,
  ) {}

  /** Courses with what lists show of their current version. */
  rows(reader: CourseReader) {
    return reader
      .selectFrom('courses as course')
      .innerJoin('course_versions as version', 'version.id', 'course.current_version_id')
      .select(['course.id', 'course.slug', 'course.author_id', 'course.first_published_at', 'course.archived_at', 'version.id as version_id', 'version.number', 'version.published_at', 'version.summary'])
      // A cover that its owner has deleted is no cover any more.
      .leftJoin('course_erased_files as erased', (join) => join.on(sql<boolean>`erased.file_id = (version.summary ->> 'cover')::uuid`))
      .select(sql<CoverJson | null>`case when erased.file_id is null then version.pictures -> (version.summary ->> 'cover') end`.as('cover'));
  }

  /** Published courses, newest first. */
  async list({ territory, member }: CallContext, query: Query): Promise<RouteAnswer<typeof courses.listCourses>> {
    const words = wordsOf(query.text);
    const list = `courses ${query.language ?? ''} ${query.level ?? ''} ${words.join(' ')}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(territory, (reader) => {
      let found = this.rows(reader).where('course.archived_at', 'is', null);
      if (query.language) found = found.where(sql<boolean>`${query.language} = any(course.languages)`);
      if (query.level) found = found.where('course.level', '=', query.level);
      for (const word of words) found = found.where(sql<boolean>`position(${word} in course.search) > 0`);
      if (cursor) found = found.where(sql<boolean>`(course.first_published_at, course.id) ${sql.raw(backwards ? '>' : '<')} (${new Date(cursor.values[0])}::timestamptz, ${cursor.values[1]}::uuid)`);
      const order = backwards ? 'asc' : 'desc';
      return found.orderBy('course.first_published_at', order).orderBy('course.id', order).limit(query.limit + 1).execute();
    });
    const page = toPage(list, rows, query.limit, cursor, (row) => [row.first_published_at!.getTime(), row.id]);
    const [summaries, mine] = await Promise.all([this.present(territory, page.rows), member ? this.standings.of(territory, member.memberId, page.rows) : undefined]);
    return { items: summaries.map((summary) => ({ ...summary, mine: mine?.get(summary.courseId) ?? null })), next: page.next, previous: page.previous };
  }

  /** Courses by id, archived ones too. */
  async summaries(territory: string, courseIds: readonly string[]): Promise<Map<string, Summary>> {
    if (courseIds.length === 0) return new Map();
    const rows = await this.db.read(territory, (reader) => this.rows(reader).where('course.id', 'in', courseIds).execute());
    return new Map((await this.present(territory, rows)).map((summary) => [summary.courseId, summary]));
  }

  async present(territory: string, rows: readonly CatalogueRow[]): Promise<Summary[]> {
    const personOf = await this.people.of(territory, rows.map(({ author_id }) => author_id));
    return rows.map((row) => toSummary(row, personOf, (fileId, stored) => this.versions.picture(territory, { [fileId]: stored }, fileId)));
  }
}

type CoverJson = Parameters<Versions['picture']>[1][string];

/** Words to look for; all must be there. */
function wordsOf(text: string | undefined): string[] {
  return [...new Set((text ?? '').normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean))].slice(0, 8);
}
