import { infiniteQueryOptions } from '@tanstack/react-query';
import { firstPage } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { courseKeys, type CourseFilter } from './keys.ts';

/** Published courses, newest first, with what stands between the reader and each. */
export const coursesQuery = (filter: CourseFilter) =>
  infiniteQueryOptions({
    queryKey: courseKeys.list(filter),
    queryFn: ({ pageParam, signal }) => sdk.listCourses({ query: { ...clean(filter), ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** The courses of the reader, the one opened last first. */
export const enrolmentsQuery = infiniteQueryOptions({
  queryKey: courseKeys.enrolments,
  queryFn: ({ pageParam, signal }) => sdk.listEnrolments({ query: { limit: 10, state: 'active', ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next ?? undefined,
});

function clean(filter: CourseFilter) {
  return { ...(filter.text ? { text: filter.text } : {}), ...(filter.language ? { language: filter.language } : {}), ...(filter.level ? { level: filter.level } : {}) };
}
