import { queryOptions } from '@tanstack/react-query';
import { tellsDoors } from '../../../shared/lib/access.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { courseKeys } from './keys.ts';

/** The page of a course, by its address or id. */
export const courseQuery = (course: string) => queryOptions({ queryKey: courseKeys.course(course), queryFn: ({ signal }) => sdk.getCourse({ params: { course }, signal }), meta: tellsDoors });

/** A lesson of the version the reader is in. */
export const lessonQuery = (courseId: string, lessonId: string) =>
  queryOptions({ queryKey: courseKeys.lesson(courseId, lessonId), queryFn: ({ signal }) => sdk.getLesson({ params: { courseId, lessonId }, signal }) });

/** A quiz before and between attempts. */
export const quizQuery = (courseId: string, quizId: string) =>
  queryOptions({ queryKey: courseKeys.quiz(courseId, quizId), queryFn: ({ signal }) => sdk.getQuiz({ params: { courseId, quizId }, signal }) });

/** An own attempt, with what was answered so far and the result once it is handed in. */
export const attemptQuery = (attemptId: string) =>
  queryOptions({ queryKey: courseKeys.attempt(attemptId), queryFn: ({ signal }) => sdk.getAttempt({ params: { attemptId }, signal }), refetchOnWindowFocus: false });
