import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, buttonClass, Icon, SkeletonList } from '@unityplan/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useStartAttempt } from '../api/attempt.ts';
import { attemptQuery } from '../api/get-course.ts';
import type { CoursePage, QuizOverview } from '../api/types.ts';
import { ContentReason } from '../components/content-problem.tsx';
import { useMinutesUntil } from '../components/use-minutes-until.ts';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { QuizForm } from './quiz-form.tsx';
import { QuizResult } from './quiz-result.tsx';

interface Props {
  attemptId: string;
  course: CoursePage;
  quiz: QuizOverview;
  memberId: string;
  onOpen: (attemptId: string | undefined) => void;
}

/** One attempt: its questions while it is open, its result once it is handed in, and what comes next. */
export function AttemptView({ attemptId, course, quiz, memberId, onOpen }: Props) {
  const { t } = useTranslation('courses');
  const { t: common } = useTranslation('common');
  const { data: attempt, error, refetch } = useQuery(attemptQuery(attemptId));
  const heading = useRef<HTMLHeadingElement>(null);
  const handedIn = attempt?.state === 'submitted';
  const wasOpen = useRef(false);
  useEffect(() => {
    if (attempt?.state === 'open') wasOpen.current = true;
    if (!handedIn || !wasOpen.current) return;
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [attempt?.state, handedIn]);
  if (error && !attempt) return <ContentReason course={course} error={error} onRetry={() => void refetch()} />;
  if (!attempt) return <SkeletonList rows={4} label={common('loading')} />;
  return (
    <section className="flex flex-col gap-6">
      <h2 ref={heading} tabIndex={-1} className="text-lg">{t(handedIn ? 'quiz.resultOf' : 'quiz.attemptNumber', { number: attempt.number })}</h2>
      {handedIn ? (
        <>
          <NextStep course={course} quiz={quiz} passed={attempt.passed === true} onOpen={onOpen} />
          <QuizResult attempt={attempt} />
          <Button tone="secondary" className="self-start" onClick={() => onOpen(undefined)}>{t('quiz.back')}</Button>
        </>
      ) : (
        <QuizForm key={attempt.attemptId} attempt={attempt} memberId={memberId} />
      )}
    </section>
  );
}

/** After handing in: on to the end or the next lesson, or another try. */
function NextStep({ course, quiz, passed, onOpen }: { course: CoursePage; quiz: QuizOverview; passed: boolean; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation('courses');
  const start = useStartAttempt(course.courseId, quiz.quizId);
  const minutes = useMinutesUntil(quiz.mayStartAt);
  const { slug } = course;
  const enrolment = course.mine?.enrolment;
  const done = new Set(enrolment?.progress.done);
  const next = course.modules.flatMap((module) => module.lessons).find((lesson) => !done.has(lesson.lessonId) && !lesson.quizIds.includes(quiz.quizId));
  const again = () => start.mutate(undefined, { onSuccess: (attempt) => onOpen(attempt.attemptId) });
  return (
    <div className="flex flex-wrap items-center gap-3">
      {start.error && <ProblemState error={start.error} />}
      {enrolment?.completion && <Link to="/courses/$course/completed" params={{ course: slug }} className={buttonClass()}><Icon name="medal" />{t('toCompletion')}</Link>}
      {!passed && quiz.attemptsLeft !== 0 && (minutes > 0 ? <p role="status">{t('quiz.wait', { count: minutes })}</p> : <Button busy={start.isPending} onClick={again}><Icon name="history" />{t('quiz.again')}</Button>)}
      {!passed && quiz.attemptsLeft === 0 && <p>{t('quiz.noneLeft')}</p>}
      {!enrolment?.completion && next && (
        <Link to="/courses/$course/lessons/$lessonId" params={{ course: slug, lessonId: next.lessonId }} className={buttonClass(passed ? 'primary' : 'secondary')}>{t('quiz.toLesson')}<Icon name="forward" /></Link>
      )}
    </div>
  );
}
