import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, course as courses, managers, Problem, teachers, type Gate } from '@unityplan/contracts';
import { DB, Permissions, type MemberContext } from '@unityplan/service-kit';
import type { Selectable } from 'kysely';
import type { CoursesTable } from '../db/courses.table.ts';
import type { CourseDb } from '../db/schema.ts';

export type CourseRow = Selectable<CoursesTable>;

/** Who may change courses: their authors, and the teachers of the territory. */
@Injectable()
export class Authors {
  constructor(
    @Inject(DB) private readonly db: CourseDb,
    private readonly permissions: Permissions,
  ) {}

  /** The course, for someone who may edit it. A course that was never published is not there for others. */
  require(call: MemberContext, courseId: string): Promise<CourseRow> {
    return this.requireFor(call, courseId, teachers);
  }

  /** The course, for someone who may take it out of the catalogue. */
  requireArchiving(call: MemberContext, courseId: string): Promise<CourseRow> {
    return this.requireFor(call, courseId, managers);
  }

  async isTeacher({ territory, member }: MemberContext): Promise<boolean> {
    return (await this.permissions.check(territory, member.memberId, teachers)).allowed;
  }

  private async requireFor({ territory, member }: MemberContext, courseId: string, gate: Gate): Promise<CourseRow> {
    const course = await this.db.read(territory, (reader) => reader.selectFrom('courses').selectAll().where('id', '=', courseId).executeTakeFirst());
    if (!course) throw new Problem(commonErrors.not_found);
    if (course.author_id === member.memberId || (await this.permissions.check(territory, member.memberId, gate)).allowed) return course;
    throw new Problem(course.current_version_id === null ? commonErrors.not_found : courses.courseErrors.course_not_author);
  }
}
