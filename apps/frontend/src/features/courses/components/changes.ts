import type { CoursePage, Difference } from '../api/types.ts';

export interface Change {
  what: 'lesson' | 'quiz';
  how: 'added' | 'changed' | 'removed';
  name: string;
}

/** An id as a title: `opening-well` → “Opening well”. For what is new and has no title here yet. */
export function titleOfId(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What differs between two versions, by title where the reader's own version knows it. */
export function changesOf(difference: Difference, course: Pick<CoursePage, 'modules' | 'quizzes'>, say: (text: CoursePage['title']) => string): Change[] {
  const lessons = new Map(course.modules.flatMap((module) => module.lessons.map((lesson) => [lesson.lessonId, say(lesson.title)] as const)));
  const quizzes = new Map(course.quizzes.map((quiz) => [quiz.quizId, say(quiz.title)] as const));
  const list = (what: Change['what'], how: Change['how'], ids: readonly string[], names: ReadonlyMap<string, string>) => ids.map((id): Change => ({ what, how, name: names.get(id) || titleOfId(id) }));
  return [
    ...list('lesson', 'added', difference.lessonsAdded, lessons), ...list('lesson', 'changed', difference.lessonsChanged, lessons), ...list('lesson', 'removed', difference.lessonsRemoved, lessons),
    ...list('quiz', 'added', difference.quizzesAdded, quizzes), ...list('quiz', 'changed', difference.quizzesChanged, quizzes), ...list('quiz', 'removed', difference.quizzesRemoved, quizzes),
  ];
}
