import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { Attempt, Question } from '../api/types.ts';
import { Button, Meter, percentOf } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useSubmitAttempt } from '../api/attempt.ts';
import { LocalisedHtml } from '../components/localised.tsx';
import { isAnswered } from './answered.ts';
import { QuestionInput } from './question-input.tsx';
import { SavedHint } from './saved-hint.tsx';
import { UnansweredDialog } from './unanswered-dialog.tsx';
import { useAnswers } from './use-answers.ts';

/** The questions of an open attempt. Everything answered is kept, here and on the server, until it is handed in. */
export function QuizForm({ attempt, memberId }: { attempt: Attempt; memberId: string }) {
  const { t } = useTranslation('courses');
  const { answers, answer, state, refusal, rest, forget } = useAnswers(attempt, memberId);
  const submit = useSubmitAttempt(attempt.attemptId);
  const [asking, setAsking] = useState(false);
  const open = attempt.questions.map((question, index) => ({ question, number: index + 1 })).filter(({ question }) => !isAnswered(question, answers[question.id]));
  const answered = attempt.questions.length - open.length;
  const handIn = () => {
    setAsking(false);
    submit.mutate(rest(), { onSuccess: forget });
  };
  const goTo = (question: Question) => {
    setAsking(false);
    // After the dialog has given the focus back.
    requestAnimationFrame(() => document.getElementById(`question-${question.id}`)?.focus());
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (open.length > 0) setAsking(true); else handIn(); }} className="flex flex-col gap-8">
      <ol className="flex flex-col gap-10">
        {attempt.questions.map((question, index) => (
          <li key={question.id} className="flex flex-col gap-4">
            <h3 id={`question-${question.id}`} tabIndex={-1} className="scroll-mt-24 text-sm font-semibold text-muted">
              {t('question.number', { number: index + 1, of: attempt.questions.length })} · {t('question.points', { count: question.points })}
            </h3>
            <div className="text-lg"><LocalisedHtml text={question.html} main={attempt.language} /></div>
            <QuestionInput question={question} main={attempt.language} legend={t('question.number', { number: index + 1, of: attempt.questions.length })} answer={answers[question.id]} onAnswer={(next) => answer(question.id, next)} />
          </li>
        ))}
      </ol>
      {refusal !== undefined && <ProblemState error={refusal} />}
      {submit.error && <ProblemState error={submit.error} />}
      <div className="sticky bottom-0 -mx-4 flex items-center gap-4 border-t border-line bg-paper px-4 py-3">
        <div className="flex min-w-0 grow flex-col gap-1.5">
          <div className="flex flex-wrap items-center justify-between gap-x-4 text-sm">
            <span>{t('quiz.answered', { count: answered, of: attempt.questions.length })}</span>
            <SavedHint state={state} />
          </div>
          <Meter value={percentOf(answered, attempt.questions.length)} label={t('quiz.answeredLabel')} />
        </div>
        <Button type="submit" busy={submit.isPending} className="shrink-0">{t('quiz.handIn')}</Button>
      </div>
      {asking && <UnansweredDialog open={open} busy={submit.isPending} onGo={goTo} onHandIn={handIn} onClose={() => setAsking(false)} />}
    </form>
  );
}
