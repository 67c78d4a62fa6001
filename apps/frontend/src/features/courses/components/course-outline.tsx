import { Link } from '@tanstack/react-router';
import { Outline, type OutlineSection, type StepState } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { CoursePage } from '../api/types.ts';
import { useSaid } from './localised.tsx';

interface Props {
  course: CoursePage;
  /** What is open: a lesson or a quiz. */
  current?: { lessonId?: string | undefined; quizId?: string | undefined };
}

/** Modules, lessons and their quizzes, with what is done. Who is not in the course sees what is in it and opens previews. */
export function CourseOutline({ course, current }: Props) {
  const { t } = useTranslation('courses');
  const say = useSaid(course.language);
  const enrolment = course.mine?.enrolment;
  const active = enrolment?.state === 'active';
  const done = new Set(enrolment?.progress.done);
  const passed = new Set(enrolment?.progress.passed);
  const quizzes = new Map(course.quizzes.map((quiz) => [quiz.quizId, quiz]));
  const stateOf = (isDone: boolean, isOpen: boolean): StepState => (isDone ? 'done' : isOpen ? 'open' : 'locked');
  const sections: OutlineSection[] = course.modules.map((module) => ({
    key: module.moduleId,
    title: say(module.title),
    steps: module.lessons.flatMap((lesson) => [
      // A lesson that is named as its one quiz is the quiz: it stands in the list once.
      ...(lesson.quizIds.length === 1 && say(quizzes.get(lesson.quizIds[0]!)?.title) === say(lesson.title) ? [] : [{
        key: `lesson ${lesson.lessonId}`, title: say(lesson.title), state: stateOf(done.has(lesson.lessonId), active || lesson.preview), current: current?.lessonId === lesson.lessonId,
        note: [lesson.minutes > 0 ? t('minutes', { count: lesson.minutes }) : '', lesson.preview && !active ? t('preview') : ''].filter(Boolean).join(' · ') || undefined,
      }]),
      ...lesson.quizIds.flatMap((quizId) => {
        const quiz = quizzes.get(quizId);
        return quiz ? [{ key: `quiz ${quizId}`, title: say(quiz.title), state: stateOf(passed.has(quizId), active), current: current?.quizId === quizId || (current?.lessonId === lesson.lessonId && say(quiz.title) === say(lesson.title)), note: t('quizNote', { count: quiz.questionCount }) }] : [];
      }),
    ]),
  }));
  return (
    <Outline label={t('outline')} sections={sections} stateNames={{ done: t('step.done'), open: t('step.open'), locked: t('step.locked') }}
      link={(step, className, face) => {
        const [kind, id = ''] = step.key.split(' ');
        const aria = step.current ? { 'aria-current': 'page' as const } : {};
        return kind === 'lesson' ? (
          <Link to="/courses/$course/lessons/$lessonId" params={{ course: course.slug, lessonId: id }} className={className} {...aria}>{face}</Link>
        ) : (
          <Link to="/courses/$course/quizzes/$quizId" params={{ course: course.slug, quizId: id }} className={className} {...aria}>{face}</Link>
        );
      }} />
  );
}
