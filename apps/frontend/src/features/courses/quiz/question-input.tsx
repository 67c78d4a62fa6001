import { CheckboxGroup, Matching, moved, RadioGroup, SortableList, TextField } from '@unityplan/ui';
import { useState, type ReactNode } from 'react';
import { useSortableTexts } from '../../../shared/hooks/use-sortable-texts.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { Answer, Question } from '../api/types.ts';
import { useSaid } from '../components/localised.tsx';
import { isTypedNumber } from './answered.ts';

interface Props {
  question: Question;
  main: string;
  /** What screen readers hear as the name of the whole question. */
  legend: ReactNode;
  answer: Answer | undefined;
  onAnswer: (answer: Answer | null) => void;
}

/** The place to answer a question of any of the six kinds. All work by keyboard alone. */
export function QuestionInput({ question, main, legend, answer, onAnswer }: Props) {
  const { t } = useTranslation('courses');
  const say = useSaid(main);
  const options = (list: readonly { id: string; text: Parameters<typeof say>[0] }[]) => list.map(({ id, text }) => ({ key: id, label: say(text) }));
  switch (question.kind) {
    case 'single':
      return <RadioGroup legend={legend} legendHidden choices={options(question.choices)} chosen={answer?.kind === 'single' ? answer.choice : undefined} onChoose={(choice) => onAnswer({ kind: 'single', choice })} />;
    case 'multiple':
      return (
        <CheckboxGroup legend={legend} legendHidden hint={t('question.multipleHint')} choices={options(question.choices)} chosen={answer?.kind === 'multiple' ? answer.choices : []}
          onChoose={(choices) => onAnswer(choices.length > 0 ? { kind: 'multiple', choices } : null)} />
      );
    case 'matching':
      return (
        <Matching legend={legend} legendHidden chooseLabel={t('question.choose')} left={options(question.left)} right={options(question.right)} pairs={answer?.kind === 'matching' ? answer.pairs : {}}
          onChange={(pairs) => onAnswer(Object.keys(pairs).length > 0 ? { kind: 'matching', pairs } : null)} />
      );
    case 'ordering':
      return <Ordering question={question} legend={legend} say={say} items={answer?.kind === 'ordering' ? answer.items : undefined} onAnswer={onAnswer} />;
    case 'text':
      return <TextField label={t('question.yourAnswer')} maxLength={500} autoComplete="off" value={answer?.kind === 'text' ? answer.text : ''} onChange={(event) => onAnswer(event.target.value ? { kind: 'text', text: event.target.value } : null)} />;
    case 'number':
      return <NumberAnswer unit={say(question.unit)} value={answer?.kind === 'number' ? answer.value : ''} onAnswer={onAnswer} />;
  }
}

type OrderingQuestion = Extract<Question, { kind: 'ordering' }>;

function Ordering({ question, legend, say, items, onAnswer }: { question: OrderingQuestion; legend: ReactNode; say: ReturnType<typeof useSaid>; items: readonly string[] | undefined; onAnswer: Props['onAnswer'] }) {
  const { t } = useTranslation('courses');
  const texts = useSortableTexts();
  const order = items ?? question.items.map(({ id }) => id);
  const nameOf = (id: string) => say(question.items.find((item) => item.id === id)?.text);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">{legend}</legend>
      <p className="text-sm text-muted">{t('question.orderingHint')}</p>
      <SortableList label={t('question.order')} items={order} idOf={(id) => id} nameOf={nameOf} texts={texts} onMove={(from, to) => onAnswer({ kind: 'ordering', items: moved(order, from, to) })}>
        {(id, index) => <span className="flex gap-2 py-1.5"><span className="w-6 shrink-0 text-end text-muted tabular-nums">{index + 1}.</span>{nameOf(id)}</span>}
      </SortableList>
      {!items && (
        <button type="button" onClick={() => onAnswer({ kind: 'ordering', items: [...order] })} className="min-h-11 self-start rounded-md border border-line-strong px-4 font-semibold hover:border-accent hover:text-accent">{t('question.keepOrder')}</button>
      )}
    </fieldset>
  );
}

function NumberAnswer({ unit, value, onAnswer }: { unit: string; value: string; onAnswer: Props['onAnswer'] }) {
  const { t } = useTranslation('courses');
  // What is no number yet stays on the screen and is not sent.
  const [typed, setTyped] = useState(value);
  const wrong = typed.trim() !== '' && !isTypedNumber(typed);
  return (
    <TextField label={unit ? t('question.yourNumberIn', { unit }) : t('question.yourNumber')} inputMode="decimal" autoComplete="off" maxLength={40} className="max-w-56" value={typed} error={wrong ? t('question.notANumber') : undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        onAnswer(isTypedNumber(event.target.value) ? { kind: 'number', value: event.target.value } : null);
      }} />
  );
}
