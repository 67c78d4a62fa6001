import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import type { CoursesTable } from '../db/courses.table.ts';
import type { BadgeTx } from '../db/schema.ts';

@Injectable()
export class CoursesRepository {
  async put(tx: BadgeTx, row: Insertable<CoursesTable>): Promise<void> {
    const { course_id, ...rest } = row;
    await tx.db.insertInto('badge_courses').values({ course_id, ...rest }).onConflict((conflict) => conflict.column('course_id').doUpdateSet(rest)).execute();
  }

  async remove(tx: BadgeTx, courseId: string): Promise<void> {
    await tx.db.deleteFrom('badge_courses').where('course_id', '=', courseId).execute();
  }
}
