import type { AnswerOf } from '@unityplan/sdk';

export type CatalogueItem = AnswerOf<'listCourses'>['items'][number];
export type CoursePage = AnswerOf<'getCourse'>;
export type Enrolment = AnswerOf<'enrol'>;
export type EnrolledCourse = AnswerOf<'listEnrolments'>['items'][number];
export type Lesson = AnswerOf<'getLesson'>;
export type LessonBlock = Lesson['blocks'][number];
export type CoursePicture = NonNullable<CatalogueItem['cover']>;
export type QuizOverview = AnswerOf<'getQuiz'>;
export type Attempt = AnswerOf<'startAttempt'>;
export type Question = Attempt['questions'][number];
type QuizResult = NonNullable<Attempt['result']>;
export type MarkedQuestion = QuizResult['questions'][number];
export type SavedAnswers = Attempt['saved'];
export type Answer = SavedAnswers['answers'][string];
export type Difference = NonNullable<NonNullable<Enrolment['newer']>['difference']>;
