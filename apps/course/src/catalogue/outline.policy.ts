import type { course as courses, RouteAnswer } from '@unityplan/contracts';
import { minutesOf, quizIdsOf, type OpenQuiz } from '../content/course-content.ts';
import type { PublishedVersion } from '../versions/versions.views.ts';

type Page = RouteAnswer<typeof courses.getCourse>;
type OutlineFields = 'title' | 'summary' | 'language' | 'languages' | 'level' | 'minutes' | 'lessonCount' | 'quizCount' | 'gives' | 'prerequisites' | 'outcomes' | 'modules' | 'quizzes';

/** A version as its page tells of it: what there is, not what it says. */
export function outlineOf({ course, lessons }: PublishedVersion): Pick<Page, OutlineFields> {
  const { title, summary, language, languages, level, gives, prerequisites, outcomes } = course;
  return {
    title, summary, language, languages, level, gives, prerequisites, outcomes, minutes: minutesOf(course), lessonCount: lessons.length, quizCount: course.quizzes.length,
    modules: course.modules.map((module) => ({
      moduleId: module.id, title: module.title,
      lessons: module.lessons.map((lesson) => ({ lessonId: lesson.id, title: lesson.title, minutes: lesson.minutes, preview: lesson.preview, quizIds: quizIdsOf(lesson) })),
    })),
    quizzes: course.quizzes.map(outlineQuiz),
  };
}

export function outlineQuiz({ id, title, questions, passPercent, attempts, required }: OpenQuiz): Page['quizzes'][number] {
  return { quizId: id, title, questionCount: questions.length, passPercent, attempts, required };
}
