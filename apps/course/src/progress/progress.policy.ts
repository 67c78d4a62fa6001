import type { course as courses } from '@unityplan/contracts';
import { quizIdsOf } from '../content/course-content.ts';
import type { PublishedVersion } from '../versions/versions.views.ts';

/** One run of a course by a member. */
export interface Run {
  readonly memberId: string;
  readonly courseId: string;
  readonly run: number;
}
/** What a member did in one run of a course, whatever version it was done in: lessons and quizzes with the content they had. */
export interface Done {
  readonly lessons: readonly (readonly [lessonId: string, contentId: string, done: boolean])[];
  readonly passed: readonly (readonly [quizId: string, contentId: string])[];
  readonly resume: { readonly lessonId: string | null; readonly blockId: string | null };
}
export interface Standing {
  readonly percent: number;
  readonly viewed: string[];
  readonly done: string[];
  readonly passed: string[];
  readonly resume: courses.Resume | null;
  /** Everything the version asks for is fulfilled. */
  readonly complete: boolean;
}

/**
 * How far that is in a version: what is the same there counts, what is not does not. A lesson that is nothing but quizzes is done
 * when those that must be passed are.
 */
export function standingIn(version: Pick<PublishedVersion, 'course' | 'contentIds' | 'lessons'>, { lessons, passed, resume }: Done): Standing {
  const same = lessons.filter(([id, content]) => version.contentIds.lessons.get(id) === content);
  const marked = new Set(same.flatMap(([id, , done]) => (done ? [id] : [])));
  const viewed = new Set(same.map(([id]) => id));
  const passedHere = new Set(passed.flatMap(([id, content]) => (version.contentIds.quizzes.get(id) === content ? [id] : [])));
  const required = version.course.quizzes.filter((quiz) => quiz.required);
  const isDone = (lesson: courses.CourseLesson): boolean => {
    if (lesson.blocks.some(({ kind }) => kind !== 'quiz')) return marked.has(lesson.id);
    const quizIds = quizIdsOf(lesson);
    const toPass = quizIds.filter((id) => required.some((quiz) => quiz.id === id));
    return toPass.length > 0 ? toPass.every((id) => passedHere.has(id)) : marked.has(lesson.id) || quizIds.every((id) => passedHere.has(id));
  };
  const done = version.lessons.filter(({ lesson }) => isDone(lesson)).map(({ lesson }) => lesson.id);
  const reached = done.length + required.filter(({ id }) => passedHere.has(id)).length;
  const asked = version.lessons.length + required.length;
  const at = version.lessons.find(({ lesson }) => lesson.id === resume.lessonId)?.lesson;
  return {
    viewed: version.lessons.flatMap(({ lesson: { id } }) => (viewed.has(id) ? [id] : [])), done, passed: version.course.quizzes.flatMap(({ id }) => (passedHere.has(id) ? [id] : [])),
    percent: Math.floor((100 * reached) / asked), complete: reached === asked,
    resume: at ? { lessonId: at.id, blockId: at.blocks.some(({ id }) => id === resume.blockId) ? resume.blockId : null } : null,
  };
}

/** The part of it that learners are told. */
export function shownProgress({ complete: _complete, ...progress }: Standing): Omit<Standing, 'complete'> {
  return progress;
}
