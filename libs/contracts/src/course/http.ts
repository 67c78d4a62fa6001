import { z } from 'zod';
import { badgeErrors } from '../badge/errors.ts';
import { commonErrors } from '../kernel/common-errors.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, uiLanguage } from '../kernel/shapes.ts';
import { courseLevel } from './document.ts';
import { courseErrors } from './errors.ts';
import { attempt, catalogueItem, courseSummary, coursePage, enrolment, enrolmentState, lesson, progress, quizOverview, savedAnswers } from './models.ts';
import { answers } from './quiz.ts';
import { localId } from './texts.ts';

const owner = 'course';
const ofCourse = z.object({ courseId: id });
const ofLesson = ofCourse.extend({ lessonId: localId });
const ofQuiz = ofCourse.extend({ quizId: localId });
const ofAttempt = z.object({ attemptId: id });
/** Every route that shows content refuses who is not in the course, and whom the prerequisites refuse. */
const content = [commonErrors.not_found, courseErrors.course_not_enrolled, badgeErrors.badge_required] as const;
const seq = z.int().min(1).max(2_000_000_000).describe('Counted up by the sender; an answer never gives way to one with a lower number');

export const listCourses = defineRoute({
  owner, id: 'listCourses', method: 'GET', path: '/courses', access: 'public', about: 'Published courses, newest first. Members also learn whether they may begin, and if not, what is missing and how to get it.',
  query: pageQuery.extend({ language: uiLanguage.optional(), level: courseLevel.optional(), text: z.string().trim().max(100).optional().describe('Words in the title, summary or outcomes') }),
  answer: pageOf(catalogueItem), errors: [commonErrors.cursor_invalid],
});
export const getCourse = defineRoute({
  owner, id: 'getCourse', method: 'GET', path: '/courses/{course}', access: 'public', about: 'The page of a course, by its address or its id.',
  params: z.object({ course: z.string().max(80) }), answer: coursePage, errors: [commonErrors.not_found],
});
export const listEnrolments = defineRoute({
  owner, id: 'listEnrolments', method: 'GET', path: '/enrolments', access: 'member', about: 'The courses of the caller, the one opened last first.',
  query: pageQuery.extend({ state: enrolmentState.optional() }), answer: pageOf(z.object({ course: courseSummary, enrolment })), errors: [commonErrors.cursor_invalid],
});
export const enrol = defineRoute({
  owner, id: 'enrol', method: 'PUT', path: '/courses/{courseId}/enrolment', access: 'member',
  about: 'Begins a course in its newest version, or goes on where it was left, with everything that was done before. Twice is the same as once.',
  params: ofCourse, answer: enrolment, errors: [commonErrors.not_found, courseErrors.course_archived, badgeErrors.badge_required],
});
export const leaveCourse = defineRoute({
  owner, id: 'leaveCourse', method: 'DELETE', path: '/courses/{courseId}/enrolment', access: 'member', about: 'Leaves a course. Progress, answers and completions stay.', params: ofCourse, errors: [commonErrors.not_found],
});
export const moveToVersion = defineRoute({
  owner, id: 'moveToVersion', method: 'POST', path: '/courses/{courseId}/enrolment/move', access: 'member',
  about: 'Goes on in the newest version, or back to one the learner was in. What is the same in both is still done; nothing is lost.',
  params: ofCourse, body: z.object({ versionId: id }), answer: enrolment, status: 200, errors: [...content, courseErrors.course_version_closed],
});
export const renewCourse = defineRoute({
  owner, id: 'renewCourse', method: 'POST', path: '/courses/{courseId}/enrolment/renewal', access: 'member',
  about: 'Takes a completed course again, in its newest version and from the start, to renew its badge. Earlier runs stay as they are. A renewal already begun goes on.',
  params: ofCourse, answer: enrolment, status: 200, errors: [...content, courseErrors.course_not_renewable, courseErrors.course_archived],
});
export const getLesson = defineRoute({
  owner, id: 'getLesson', method: 'GET', path: '/courses/{courseId}/lessons/{lessonId}', access: 'public', about: 'A lesson of the version the caller is in; a lesson marked as preview for anyone.',
  params: ofLesson, answer: lesson, errors: [...content, commonErrors.not_signed_in],
});
export const savePosition = defineRoute({
  owner, id: 'savePosition', method: 'PUT', path: '/courses/{courseId}/position', access: 'member', about: 'Notes where the learner is, to go on from there; the lesson counts as looked at.',
  params: ofCourse, body: z.object({ lessonId: localId, blockId: localId.nullable() }), answer: progress, errors: content,
});
export const finishLesson = defineRoute({
  owner, id: 'finishLesson', method: 'PUT', path: '/courses/{courseId}/lessons/{lessonId}/done', access: 'member', about: 'Marks a lesson as done. The last one may complete the course. A lesson that is nothing but a required quiz is done when that is passed. Twice is the same as once.',
  params: ofLesson, answer: enrolment, errors: content,
});
export const getQuiz = defineRoute({
  owner, id: 'getQuiz', method: 'GET', path: '/courses/{courseId}/quizzes/{quizId}', access: 'member', about: 'A quiz and the own attempts at it, without its questions.', params: ofQuiz, answer: quizOverview, errors: content,
});
export const startAttempt = defineRoute({
  owner, id: 'startAttempt', method: 'POST', path: '/courses/{courseId}/quizzes/{quizId}/attempts', access: 'member', idempotencyKey: true,
  about: 'Begins an attempt, or answers the one that is open. The server chooses the order of questions and choices.',
  params: ofQuiz, answer: attempt, status: 201, errors: [...content, courseErrors.quiz_attempts_used, courseErrors.quiz_attempt_too_soon, commonErrors.idempotency_key_reused],
});
export const getAttempt = defineRoute({
  owner, id: 'getAttempt', method: 'GET', path: '/attempts/{attemptId}', access: 'member', about: 'An own attempt: questions and answers so far; after handing in also the result.', params: ofAttempt, answer: attempt, errors: content,
});
export const saveAnswers = defineRoute({
  owner, id: 'saveAnswers', method: 'PUT', path: '/attempts/{attemptId}/answers', access: 'member',
  about: 'Keeps answers while someone is at it; those not named stay. For each question the answer with the highest `seq` wins, so a save that was lost, repeated or overtaken does no harm. The answer tells what is kept.',
  params: ofAttempt, body: z.object({ seq, answers }), answer: savedAnswers, errors: [...content, courseErrors.quiz_answer_outside, courseErrors.quiz_attempt_closed],
});
export const submitAttempt = defineRoute({
  owner, id: 'submitAttempt', method: 'POST', path: '/attempts/{attemptId}/submission', access: 'member',
  about: 'Hands in: keeps the last answers sent along, marks everything, once. Handing in again answers the same result.',
  params: ofAttempt, body: z.object({ seq: seq.optional(), answers: answers.default({}) }), answer: attempt.extend({ enrolment }), status: 200, errors: [...content, courseErrors.quiz_answer_outside],
});
