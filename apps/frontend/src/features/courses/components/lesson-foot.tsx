import { Link, useNavigate } from '@tanstack/react-router';
import { Button, buttonClass, Icon } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useFinishLesson } from '../api/lesson-progress.ts';
import type { CoursePage, Lesson } from '../api/types.ts';

/** Previous, done, next. Marking as done leads on: to the quiz of this lesson, the next lesson, or the end of the course. */
export function LessonFoot({ course, lesson }: { course: CoursePage; lesson: Lesson }) {
  const { t } = useTranslation('courses');
  const finish = useFinishLesson(course.courseId);
  const navigate = useNavigate();
  const { slug } = course;
  const enrolment = course.mine?.enrolment;
  const active = enrolment?.state === 'active';
  const passed = enrolment?.progress.passed ?? [];
  const openQuiz = lesson.blocks.find((block) => block.kind === 'quiz' && !passed.includes(block.quiz.quizId));
  // A lesson that is nothing but its quiz is done when the quiz is passed.
  const isQuiz = lesson.blocks.length > 0 && lesson.blocks.every((block) => block.kind === 'quiz');
  const wasComplete = enrolment?.completion !== null;
  const done = () =>
    finish.mutate(lesson.lessonId, {
      onSuccess: (next) => {
        if (next.completion && !wasComplete) void navigate({ to: '/courses/$course/completed', params: { course: slug } });
        else if (openQuiz?.kind === 'quiz') void navigate({ to: '/courses/$course/quizzes/$quizId', params: { course: slug, quizId: openQuiz.quiz.quizId } });
        else if (lesson.next) void navigate({ to: '/courses/$course/lessons/$lessonId', params: { course: slug, lessonId: lesson.next } });
      },
    });
  const to = (lessonId: string, key: 'previous' | 'nextLesson') => (
    <Link to="/courses/$course/lessons/$lessonId" params={{ course: slug, lessonId }} className={buttonClass('secondary')}>
      {key === 'previous' && <Icon name="back" />}
      {t(key)}
      {key === 'nextLesson' && <Icon name="forward" />}
    </Link>
  );
  return (
    <footer className="flex flex-col gap-4 border-t border-line pt-6">
      {finish.error && <ProblemState error={finish.error} />}
      <div className="flex flex-wrap items-center gap-3">
        {lesson.previous && to(lesson.previous, 'previous')}
        {active && !lesson.done && !isQuiz && <Button busy={finish.isPending} onClick={done}><Icon name="check" />{t(openQuiz ? 'doneToQuiz' : lesson.next ? 'doneNext' : 'doneLast')}</Button>}
        {lesson.done && <p role="status" className="flex items-center gap-1.5 font-semibold text-accent"><Icon name="check" />{t('lessonDone')}</p>}
        {lesson.next && (lesson.done || !active) && to(lesson.next, 'nextLesson')}
      </div>
    </footer>
  );
}
