import type { Gate } from '@unityplan/contracts';
import type { JSONColumnType } from 'kysely';

/** A published course that gives a badge. */
export interface CoursesTable {
  course_id: string;
  badge: string;
  level: number;
  prerequisites: JSONColumnType<Gate | null, string | null, string | null>;
  published_at: Date;
}
