import { Button, Icon, moved, Select, SortableList, TextField } from '@unityplan/ui';
import { useState } from 'react';
import { useSortableTexts } from '../../../shared/hooks/use-sortable-texts.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { AnswerKey } from './answer-key.tsx';
import { changeQuestion, changeQuiz, newQuestion, titleOf, type QuestionDraft, type QuestionKind, type QuizDraft } from './document.ts';
import { useDraft } from './draft-context.tsx';
import { LocalisedArea } from './localised-fields.tsx';

const kinds = ['single', 'multiple', 'matching', 'ordering', 'text', 'number'] as const satisfies readonly QuestionKind[];

/** The questions of a quiz, each with its answer key. */
export function QuizQuestions({ quiz }: { quiz: QuizDraft }) {
  const { t } = useTranslation('teach');
  const { document, edit, shown } = useDraft();
  const texts = useSortableTexts();
  const [kind, setKind] = useState<QuestionKind>('single');
  const nameOf = (question: QuestionDraft) => t('quiz.question', { number: quiz.questions.indexOf(question) + 1 });
  const set = (question: QuestionDraft, part: Partial<QuestionDraft>) => edit(changeQuestion(quiz.id, question.id, (now) => ({ ...now, ...part }) as QuestionDraft));
  return (
    <section aria-labelledby="questions" className="flex flex-col gap-4">
      <h2 id="questions" className="text-xl">{t('quiz.questions')}</h2>
      {quiz.questions.length === 0 && <p className="text-muted">{t('quiz.noQuestions')}</p>}
      <SortableList label={t('quiz.questions')} items={quiz.questions} idOf={({ id }) => id} nameOf={nameOf} texts={texts} stacked className="flex flex-col gap-4" onMove={(from, to) => edit(changeQuiz(quiz.id, (now) => ({ ...now, questions: moved(now.questions, from, to) })))}>
        {(question) => (
          <details className="p-2" open={titleOf(question.prompt, document.language, '') === ''}>
            <summary className="min-h-9 py-1.5">
              <span className="font-semibold">{nameOf(question)}</span> <span className="text-sm text-muted">{t(`quiz.kind.${question.kind}`)}</span>
              <span className="block truncate text-sm text-muted">{titleOf(question.prompt, document.language, '')}</span>
            </summary>
            <div className="flex flex-col gap-5 pt-3">
              <LocalisedArea label={t('quiz.prompt')} hint={t('quiz.promptHint')} value={question.prompt} max={2000} onChange={(prompt) => set(question, { prompt })} />
              <AnswerKey key={shown} question={question} onChange={(next) => edit(changeQuestion(quiz.id, question.id, () => next))} />
              <TextField label={t('quiz.points')} type="number" min={1} max={100} className="max-w-28" value={question.points ?? 1} onChange={(event) => set(question, { points: Math.min(100, Math.max(1, Math.round(Number(event.target.value) || 1))) })} />
              <LocalisedArea label={t('quiz.feedback')} hint={t('quiz.feedbackHint')} value={question.feedback} max={2000} onChange={(feedback) => set(question, { feedback })} />
              <Button tone="quiet" size="sm" className="self-start" aria-label={t('quiz.removeQuestion', { name: nameOf(question) })} onClick={() => edit(changeQuiz(quiz.id, (now) => ({ ...now, questions: now.questions.filter(({ id }) => id !== question.id) })))}>
                <Icon name="trash" className="size-4" />{t('quiz.remove')}
              </Button>
            </div>
          </details>
        )}
      </SortableList>
      <div className="flex flex-wrap items-end gap-3">
        <span className="min-w-52">
          <Select label={t('quiz.newKind')} value={kind} onChange={(event) => setKind(event.target.value as QuestionKind)}>
            {kinds.map((each) => <option key={each} value={each}>{t(`quiz.kind.${each}`)}</option>)}
          </Select>
        </span>
        <Button tone="secondary" disabled={quiz.questions.length >= 60} onClick={() => edit(changeQuiz(quiz.id, (now) => ({ ...now, questions: [...now.questions, newQuestion(kind)] })))}><Icon name="plus" />{t('quiz.add')}</Button>
      </div>
    </section>
  );
}
