import type { QueryClient } from '@tanstack/react-query';
import { courseKeys } from './keys.ts';
import type { CoursePage, Enrolment } from './types.ts';

/** Puts the newest enrolment wherever its course is shown. */
export function putEnrolment(client: QueryClient, enrolment: Enrolment): void {
  client.setQueriesData<CoursePage>({ queryKey: [...courseKeys.all, 'course'] }, (page) => {
    if (!page?.mine || page.courseId !== enrolment.courseId) return page;
    const { state, progress, completion } = enrolment;
    return { ...page, mine: { ...page.mine, enrolment, enrolled: state, percent: progress.percent, completed: page.mine.completed || completion !== null } };
  });
  void client.invalidateQueries({ queryKey: courseKeys.lists });
  void client.invalidateQueries({ queryKey: courseKeys.enrolments });
}

/** Notes progress alone. */
export function putProgress(client: QueryClient, courseId: string, progress: Enrolment['progress']): void {
  client.setQueriesData<CoursePage>({ queryKey: [...courseKeys.all, 'course'] }, (page) => {
    if (!page?.mine?.enrolment || page.courseId !== courseId) return page;
    return { ...page, mine: { ...page.mine, percent: progress.percent, enrolment: { ...page.mine.enrolment, progress } } };
  });
}
