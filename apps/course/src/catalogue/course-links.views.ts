import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import type { course as courses, RpcOutput } from '@unityplan/contracts';
import type { CourseDb } from '../db/schema.ts';

/** Courses as other services speak of them. */
@Injectable()
export class CourseLinks {
  constructor(@Inject(DB) private readonly db: CourseDb) {}

  /** Titles in both languages: one that is missing is as in the other. */
  async of(territory: string, courseIds: readonly string[]): Promise<RpcOutput<typeof courses.describeCourses>> {
    if (courseIds.length === 0) return { courses: [] };
    const rows = await this.db.read(territory, (reader) =>
      reader.selectFrom('courses as course').innerJoin('course_versions as version', 'version.id', 'course.current_version_id').select(['course.id', 'course.slug', 'version.summary']).where('course.id', 'in', courseIds).execute(),
    );
    return {
      courses: rows.map(({ id, slug, summary: { title } }) => ({ courseId: id, slug, title: { en: title.en ?? title.da ?? slug, da: title.da ?? title.en ?? slug } })),
    };
  }
}
