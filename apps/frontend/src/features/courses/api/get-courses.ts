import { pagedQuery } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { courseKeys, type CourseFilter } from './keys.ts';

/** Published courses, newest first, with what stands between the reader and each. */
export const coursesQuery = (filter: CourseFilter) =>
  pagedQuery(courseKeys.list(filter), (from, signal) => sdk.listCourses({ query: { ...clean(filter), ...from }, signal }));

/** The courses of the reader, the one opened last first. */
export const enrolmentsQuery = pagedQuery(courseKeys.enrolments, (from, signal) => sdk.listEnrolments({ query: { limit: 10, state: 'active', ...from }, signal }));

function clean(filter: CourseFilter) {
  return { ...(filter.text ? { text: filter.text } : {}), ...(filter.language ? { language: filter.language } : {}), ...(filter.level ? { level: filter.level } : {}) };
}
