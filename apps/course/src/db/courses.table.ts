import type { course as courses } from '@unityplan/contracts';
import type { Generated } from 'kysely';

export interface CoursesTable {
  id: string;
  slug: string;
  author_id: string;
  created_at: Date;
  salt: Buffer;
  draft_revision: number;
  draft_saved_at: Date;
  draft_cid: string;
  draft_title: courses.LocalisedText;
  language: 'en' | 'da';
  attached_files: Generated<string[]>;
  current_version_id: string | null;
  version_count: Generated<number>;
  first_published_at: Date | null;
  archived_at: Date | null;
  level: string | null;
  languages: Generated<string[]>;
  search: Generated<string>;
}

export interface DraftsTable {
  course_id: string;
  revision: number;
  saved_at: Date;
  saved_by: string;
  document: string;
  restored_revision: number | null;
  restored_version: number | null;
}
