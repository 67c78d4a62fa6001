import type { course as courses, Person, RouteAnswer } from '@unityplan/contracts';
import { authorOf } from '../catalogue/author.policy.ts';
import type { AuthoredRow } from './drafts.views.ts';

type PersonOf = (memberId: string) => Person;

export function toAuthored(row: AuthoredRow, personOf: PersonOf): RouteAnswer<typeof courses.listAuthoredCourses>['items'][number] {
  return {
    courseId: row.id, slug: row.slug, title: row.draft_title, language: row.language, author: authorOf(row.author_id, personOf), versionNumber: row.number, revision: row.draft_revision,
    state: row.archived_at ? 'archived' : row.number === null ? 'draft' : 'published', savedAt: row.draft_saved_at.toISOString(), changed: row.changed,
  };
}

interface RevisionRow { revision: number; saved_at: Date; bytes: number; restored_revision: number | null; restored_version: number | null }

export function toRevision({ revision, saved_at, bytes, restored_revision, restored_version }: RevisionRow): Omit<RouteAnswer<typeof courses.listDraftRevisions>['items'][number], 'savedBy'> {
  const restored = restored_revision !== null || restored_version !== null;
  return { revision, savedAt: saved_at.toISOString(), bytes, restoredFrom: restored ? { revision: restored_revision, versionNumber: restored_version } : null };
}
