import type { Selectable } from 'kysely';
import type { CoursesTable } from './courses.table.ts';
import type { CourseTx } from './schema.ts';

/** A course with its row locked against other writers until the end of the transaction. */
export function lockCourse(tx: CourseTx, courseId: string): Promise<Selectable<CoursesTable>> {
  return tx.db.selectFrom('courses').selectAll().where('id', '=', courseId).forNoKeyUpdate().executeTakeFirstOrThrow();
}
