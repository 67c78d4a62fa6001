import { Inject, Injectable } from '@nestjs/common';
import type { course as courses, RouteAnswer } from '@unityplan/contracts';
import { DB, LOGGER } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import { sql } from 'kysely';
import { differenceOf } from '../content/difference.ts';
import type { CourseDb, CourseReader } from '../db/schema.ts';
import { shownProgress, standingIn, type Done } from '../progress/progress.policy.ts';
import { Versions, type PublishedVersion } from '../versions/versions.views.ts';
import { Renewals } from './renewals.views.ts';

export type EnrolmentRow = Awaited<ReturnType<ReturnType<EnrolmentsViews['rows']>['execute']>>[number];
export type Enrolment = RouteAnswer<typeof courses.enrol>;
interface CompletionJson { id: string; at: string; version: string }

/** What a member did in courses. */
@Injectable()
export class EnrolmentsViews {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly versions: Versions,
    private readonly renewals: Renewals,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** A member's enrolments with all that was done in their present run: one statement, whatever is shown of it. */
  rows(reader: CourseReader, memberId: string) {
    const own = sql`member_id = enrolment.member_id and course_id = enrolment.course_id`;
    return reader
      .selectFrom('course_enrolments as enrolment')
      .innerJoin('courses as course', 'course.id', 'enrolment.course_id')
      .selectAll('enrolment')
      .select(['course.current_version_id', 'course.archived_at'])
      .select([
        sql<Done['lessons']>`(select coalesce(json_agg(json_build_array(lesson_id, content_id, done_at is not null)), '[]') from course_progress where ${own} and run = enrolment.run)`.as('lessons'),
        sql<Done['passed']>`(select coalesce(json_agg(json_build_array(quiz_id, content_id)), '[]') from course_attempts where ${own} and run = enrolment.run and passed)`.as('passed'),
        sql<CompletionJson | null>`(select json_build_object('id', id, 'at', completed_at, 'version', version_id) from course_completions where ${own} and run = enrolment.run)`.as('completion'),
        sql<number>`(select count(*)::int from course_completions where ${own})`.as('completions'),
      ])
      .where('enrolment.member_id', '=', memberId);
  }

  row(reader: CourseReader, memberId: string, courseId: string): Promise<EnrolmentRow | undefined> {
    return this.rows(reader, memberId).where('enrolment.course_id', '=', courseId).executeTakeFirst();
  }

  async get(territory: string, memberId: string, courseId: string): Promise<Enrolment> {
    const row = await this.db.read(territory, (reader) => this.row(reader, memberId, courseId));
    return this.present(territory, row!);
  }

  /** An enrolment as its learner sees it. Asks other services: call it outside a transaction. */
  async present(territory: string, row: EnrolmentRow): Promise<Enrolment> {
    return (await this.presentAll(territory, [row]))[0]!;
  }

  /** The same for a page of them, with one look at all versions that they speak of. */
  async presentAll(territory: string, rows: readonly EnrolmentRow[]): Promise<Enrolment[]> {
    const spokenOf = rows.flatMap(({ version_id, current_version_id, visited, completion }) => [version_id, current_version_id!, ...visited, ...(completion ? [completion.version] : [])]);
    const versions = await this.versions.load(territory, spokenOf);
    return Promise.all(rows.map((row) => this.show(territory, row, versions)));
  }

  private async show(territory: string, row: EnrolmentRow, versions: ReadonlyMap<string, PublishedVersion>): Promise<Enrolment> {
    const { version_id, visited, completion } = row;
    const [mine, current] = [versions.get(version_id)!, versions.get(row.current_version_id!)!];
    const earlier = visited.filter((id) => id !== version_id && id !== current.versionId).map((id) => linkOf(versions.get(id)!));
    return {
      courseId: row.course_id, state: row.state, run: row.run, enrolledAt: row.enrolled_at.toISOString(), version: linkOf(mine), earlier,
      progress: shownProgress(standingIn(mine, doneIn(row))), completions: row.completions,
      newer: mine === current ? null : { ...linkOf(current), note: current.note, difference: differenceOf(mine, current) },
      completion: completion && { completionId: completion.id, completedAt: new Date(completion.at).toISOString(), versionId: completion.version, run: row.run },
      renewable: completion !== null && !row.archived_at && (await this.mayRenew(territory, row.member_id, versions.get(completion.version)!, current)),
    };
  }

  /** A page is not lost because the badge service is away; renewing asks again. */
  private async mayRenew(territory: string, memberId: string, completed: PublishedVersion, current: PublishedVersion): Promise<boolean> {
    try {
      return await this.renewals.may(territory, memberId, completed, current);
    } catch (error) {
      this.log.warn({ err: error }, 'the badge service is away; whether a course can be renewed is not known');
      return false;
    }
  }
}

/** What the row says was done, for the policy. */
export function doneIn({ lessons, passed, resume_lesson, resume_block }: EnrolmentRow): Done {
  return { lessons, passed, resume: { lessonId: resume_lesson, blockId: resume_block } };
}

function linkOf({ versionId, number, publishedAt }: PublishedVersion): Enrolment['version'] {
  return { versionId, number, publishedAt: publishedAt.toISOString() };
}
