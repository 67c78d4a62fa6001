import type { course as courses, Gate } from '@unityplan/contracts';
import type { JSONColumnType } from 'kysely';

/** A picture as the files service described it when the version was published. `cid` is set for public ones. */
export interface StoredPicture {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly { readonly size: 'small' | 'medium' | 'large'; readonly width: number; readonly height: number; readonly bytes: number; readonly cid: string | null }[];
}
export type StoredPictures = Readonly<Record<string, StoredPicture>>;

/** What lists of courses show of a version. */
export interface VersionSummary {
  readonly title: courses.LocalisedText;
  readonly summary: courses.LocalisedText;
  readonly language: 'en' | 'da';
  readonly languages: ('en' | 'da')[];
  readonly level: 'beginner' | 'intermediate' | 'advanced';
  readonly minutes: number;
  readonly lessonCount: number;
  readonly quizCount: number;
  readonly cover: string | null;
  readonly gives: { readonly badge: string; readonly level: number } | null;
  readonly prerequisites: Gate | null;
}

export interface VersionsTable {
  id: string;
  course_id: string;
  number: number;
  cid: string;
  key_hash: string;
  manifest: string;
  answer_key: string;
  pictures: JSONColumnType<StoredPictures>;
  summary: JSONColumnType<VersionSummary>;
  note: string | null;
  published_at: Date;
  published_by: string;
}

export interface ErasedFilesTable {
  file_id: string;
  erased_at: Date;
}
