import { Button, RelativeTime } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useStartAttempt } from '../api/attempt.ts';
import type { QuizOverview } from '../api/types.ts';
import { LocalisedHtml } from './localised.tsx';
import { useMinutesUntil } from './use-minutes-until.ts';

/** A quiz before and between attempts: what it asks for, earlier attempts, and the way in. */
export function QuizStart({ quiz, onOpen }: { quiz: QuizOverview; onOpen: (attemptId: string) => void }) {
  const { t } = useTranslation('courses');
  const start = useStartAttempt(quiz.courseId, quiz.quizId);
  const minutes = useMinutesUntil(quiz.mayStartAt);
  const used = quiz.attemptsLeft === 0 && !quiz.open;
  const begin = () => start.mutate(undefined, { onSuccess: (attempt) => onOpen(attempt.attemptId) });
  const handedIn = quiz.recent.filter((attempt) => attempt.state === 'submitted');
  return (
    <div className="flex flex-col gap-6">
      <LocalisedHtml text={quiz.intro} main={quiz.language} />
      <ul className="flex list-disc flex-col gap-1 ps-5">
        <li>{t('quizFacts', { count: quiz.questionCount, pass: quiz.passPercent })}</li>
        {quiz.attempts === null ? <li>{t('quiz.anyAttempts')}</li> : <li>{t('quiz.attemptsLeft', { count: quiz.attemptsLeft ?? 0, of: quiz.attempts })}</li>}
        <li>{t('quiz.keeps')}</li>
      </ul>
      {start.error && <ProblemState error={start.error} onRetry={begin} />}
      {quiz.open ? (
        <Button className="self-start" onClick={() => onOpen(quiz.open!)}>{t('quiz.continue')}</Button>
      ) : used ? (
        <p>{t(quiz.passed ? 'quiz.passed' : 'quiz.noneLeft')}</p>
      ) : minutes > 0 ? (
        <p role="status">{t('quiz.wait', { count: minutes })}</p>
      ) : (
        <Button busy={start.isPending} tone={quiz.passed ? 'secondary' : 'primary'} className="self-start" onClick={begin}>{t(handedIn.length > 0 ? 'quiz.again' : 'quiz.start')}</Button>
      )}
      {handedIn.length > 0 && (
        <section aria-labelledby="attempts" className="flex flex-col gap-2">
          <h2 id="attempts" className="text-lg">{t('quiz.earlier')}</h2>
          <ul className="flex flex-col">
            {handedIn.map((attempt) => (
              <li key={attempt.attemptId} className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-2">
                <span>{t('quiz.attempt', { number: attempt.number, percent: attempt.percent ?? 0 })} · {t(attempt.passed ? 'quiz.passed' : 'quiz.notPassed')}</span>
                <span className="flex items-center gap-3 text-sm text-muted">
                  {attempt.submittedAt && <RelativeTime at={attempt.submittedAt} />}
                  <Button tone="quiet" size="sm" onClick={() => onOpen(attempt.attemptId)} aria-label={t('quiz.seeAttempt', { number: attempt.number })}>{t('quiz.see')}</Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
