import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { pagedQuery } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import type { CourseDraft } from './document.ts';

/** What an author works on; forgotten on signing out. */
export const teachKeys = {
  all: ['own', 'teach'] as const,
  list: ['own', 'teach', 'list'] as const,
  draft: (courseId: string) => ['own', 'teach', 'draft', courseId] as const,
  check: (courseId: string) => ['own', 'teach', 'check', courseId] as const,
  versions: (courseId: string) => ['own', 'teach', 'versions', courseId] as const,
  revisions: (courseId: string) => ['own', 'teach', 'revisions', courseId] as const,
  preview: (courseId: string, lessonId: string, revision: number) => ['own', 'teach', 'preview', courseId, lessonId, revision] as const,
};

/** Courses the caller may edit, last saved first. */
export const authoredQuery = pagedQuery(teachKeys.list, (from, signal) => sdk.listAuthoredCourses({ query: from, signal }));

/** The draft as the server has it. Read once when the editor opens; from then on the editor holds it. */
export const draftQuery = (courseId: string) => queryOptions({ queryKey: teachKeys.draft(courseId), queryFn: ({ signal }) => sdk.getDraft({ params: { courseId }, signal }), staleTime: Infinity, gcTime: 0, refetchOnReconnect: false });

/** What is in the way of publishing, and what publishing would change. */
export const checkQuery = (courseId: string) => queryOptions({ queryKey: teachKeys.check(courseId), queryFn: ({ signal }) => sdk.checkDraft({ params: { courseId }, signal }), staleTime: 0 });

/** All versions, newest first. */
export const versionsQuery = (courseId: string) =>
  pagedQuery(teachKeys.versions(courseId), (from, signal) => sdk.listVersions({ params: { courseId }, query: from, signal }));

/** The last saves, newest first. */
export const revisionsQuery = (courseId: string) =>
  pagedQuery(teachKeys.revisions(courseId), (from, signal) => sdk.listDraftRevisions({ params: { courseId }, query: { limit: 10, ...from }, signal }), { staleTime: 0 });

/** A lesson of the saved draft as learners will see it. */
export const previewQuery = (courseId: string, lessonId: string, revision: number) =>
  queryOptions({ queryKey: teachKeys.preview(courseId, lessonId, revision), queryFn: ({ signal }) => sdk.previewLesson({ params: { courseId, lessonId }, signal }) });

/** The open editor holds its draft and asks no more; what happened to the course is put in. */
export const setCourseState = (client: QueryClient, courseId: string, state: CourseDraft['state']) =>
  client.setQueryData(draftQuery(courseId).queryKey, (now) => now && { ...now, state });

/** Makes the saved draft the newest version. */
export function usePublish(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ revision, note }: { revision: number; note: string }) => sdk.publishCourse({ params: { courseId }, body: { revision, ...(note ? { note } : {}) } }),
    onSuccess: () => {
      setCourseState(client, courseId, 'published');
      for (const queryKey of [['own', 'courses'], teachKeys.list, teachKeys.versions(courseId), teachKeys.check(courseId)]) void client.invalidateQueries({ queryKey });
    },
  });
}
