import type { RequestsTable } from '@unityplan/service-kit';
import type { Reader, TerritoryDb, Tx } from '@unityplan/territory';
import type { CoursesTable, DraftsTable } from './courses.table.ts';
import type { AttemptsTable, CompletionsTable, EnrolmentsTable, LearnersTable, ProgressTable } from './learning.table.ts';
import type { ErasedFilesTable, VersionsTable } from './versions.table.ts';

/** The course service's part of a territory's schema. */
export interface CourseSchema {
  courses: CoursesTable;
  course_drafts: DraftsTable;
  course_versions: VersionsTable;
  course_erased_files: ErasedFilesTable;
  course_learners: LearnersTable;
  course_enrolments: EnrolmentsTable;
  course_progress: ProgressTable;
  course_attempts: AttemptsTable;
  course_completions: CompletionsTable;
  course_requests: RequestsTable;
}

export type CourseDb = TerritoryDb<CourseSchema>;
export type CourseTx = Tx<CourseSchema>;
export type CourseReader = Reader<CourseSchema>;
