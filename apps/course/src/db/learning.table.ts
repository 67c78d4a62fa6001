import type { Generated } from 'kysely';

export interface LearnersTable {
  member_id: string;
  wrapped: string;
}

export interface EnrolmentsTable {
  member_id: string;
  course_id: string;
  state: 'active' | 'left';
  run: Generated<number>;
  version_id: string;
  visited: string[];
  enrolled_at: Date;
  opened_at: Date;
  resume_lesson: string | null;
  resume_block: string | null;
}

export interface ProgressTable {
  member_id: string;
  course_id: string;
  run: number;
  lesson_id: string;
  content_id: string;
  viewed_at: Date;
  done_at: Date | null;
}

export interface AttemptsTable {
  id: string;
  member_id: string;
  course_id: string;
  run: number;
  version_id: string;
  quiz_id: string;
  content_id: string;
  number: number;
  seed: string;
  answers_sealed: string | null;
  started_at: Date;
  submitted_at: Date | null;
  points: string | null;
  out_of: number | null;
  percent: number | null;
  passed: boolean | null;
}

export interface CompletionsTable {
  id: string;
  member_id: string;
  course_id: string;
  run: number;
  version_id: string;
  completed_at: Date;
}
