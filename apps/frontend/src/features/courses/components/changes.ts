import type { CoursePage, Difference } from '../api/types.ts';

export interface Change {
  what: 'lesson' | 'quiz';
  how: 'added' | 'changed' | 'removed';
  /** Empty for those without a title known here; then `count` says how many. */
  name: string;
  count: number;
}

/** An id as a title: `opening-well` → “Opening well”; undefined for an id that the editor made up (`l-k4m2q7`) and that says nothing. */
export function titleOfId(id: string): string | undefined {
  if (/^[a-z]-[a-z0-9]{6}$/.test(id)) return undefined;
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What differs between two versions, by title where the reader's own version knows it. */
export function changesOf(difference: Difference, course: Pick<CoursePage, 'modules' | 'quizzes'>, say: (text: CoursePage['title']) => string): Change[] {
  const lessons = new Map(course.modules.flatMap((module) => module.lessons.map((lesson) => [lesson.lessonId, say(lesson.title)] as const)));
  const quizzes = new Map(course.quizzes.map((quiz) => [quiz.quizId, say(quiz.title)] as const));
  const list = (what: Change['what'], how: Change['how'], ids: readonly string[], names: ReadonlyMap<string, string>): Change[] => {
    const known = ids.map((id) => names.get(id) || titleOfId(id)).filter((name) => name !== undefined);
    const unnamed = ids.length - known.length;
    return [...known.map((name): Change => ({ what, how, name, count: 1 })), ...(unnamed > 0 ? [{ what, how, name: '', count: unnamed }] : [])];
  };
  return [
    ...list('lesson', 'added', difference.lessonsAdded, lessons), ...list('lesson', 'changed', difference.lessonsChanged, lessons), ...list('lesson', 'removed', difference.lessonsRemoved, lessons),
    ...list('quiz', 'added', difference.quizzesAdded, quizzes), ...list('quiz', 'changed', difference.quizzesChanged, quizzes), ...list('quiz', 'removed', difference.quizzesRemoved, quizzes),
  ];
}
