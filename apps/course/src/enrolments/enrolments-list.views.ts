import { Inject, Injectable } from '@nestjs/common';
import type { course as courses, RouteAnswer, RouteInput } from '@unityplan/contracts';
import { DB, decodeCursor, toPage, type MemberContext } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { z } from 'zod';
import { Catalogue } from '../catalogue/catalogue.views.ts';
import type { CourseDb } from '../db/schema.ts';
import { EnrolmentsViews } from './enrolments.views.ts';

const place = z.tuple([z.int().min(0).max(8.64e15), z.uuid()]);

/** The courses of a member, the one opened last first. */
@Injectable()
export class EnrolmentsList {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly views: EnrolmentsViews,
    private readonly catalogue: Catalogue,
  ) {}

  async page({ territory, member: { memberId } }: MemberContext, query: RouteInput<typeof courses.listEnrolments>['query']): Promise<RouteAnswer<typeof courses.listEnrolments>> {
    const list = `enrolments ${memberId} ${query.state ?? ''}`;
    const cursor = decodeCursor(list, query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(territory, (reader) => {
      let found = this.views.rows(reader, memberId);
      if (query.state) found = found.where('enrolment.state', '=', query.state);
      if (cursor) {
        const from = new Date(cursor.values[0]);
        found = found.where(backwards
          ? sql<boolean>`(enrolment.opened_at > ${from} or enrolment.opened_at = ${from} and enrolment.course_id < ${cursor.values[1]})`
          : sql<boolean>`(enrolment.opened_at < ${from} or enrolment.opened_at = ${from} and enrolment.course_id > ${cursor.values[1]})`);
      }
      return found.orderBy('enrolment.opened_at', backwards ? 'asc' : 'desc').orderBy('enrolment.course_id', backwards ? 'desc' : 'asc').limit(query.limit + 1).execute();
    });
    const page = toPage(list, rows, query.limit, cursor, (row) => [row.opened_at.getTime(), row.course_id]);
    const summaries = await this.catalogue.summaries(territory, page.rows.map(({ course_id }) => course_id));
    const enrolments = await this.views.presentAll(territory, page.rows);
    return { items: enrolments.map((enrolment) => ({ course: summaries.get(enrolment.courseId)!, enrolment })), next: page.next, previous: page.previous };
  }
}
