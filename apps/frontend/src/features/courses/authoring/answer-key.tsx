import { moved, Select, SortableList, TextArea, TextField } from '@unityplan/ui';
import { useState } from 'react';
import { useSortableTexts } from '../../../shared/hooks/use-sortable-texts.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { languages } from '../../../shared/lib/i18n.ts';
import { ChoiceLines } from './choice-lines.tsx';
import { newChoice, titleOf, type ChoiceDraft, type QuestionDraft } from './document.ts';
import { useDraft } from './draft-context.tsx';
import { LocalisedLine } from './localised-fields.tsx';

type Of<K extends QuestionDraft['kind']> = Extract<QuestionDraft, { kind: K }>;
type Props<K extends QuestionDraft['kind']> = { question: Of<K>; onChange: (question: Of<K>) => void };

/** The answers a question offers and which of them are right. It stays with the author until a learner has handed in. */
export function AnswerKey({ question, onChange }: { question: QuestionDraft; onChange: (question: QuestionDraft) => void }) {
  switch (question.kind) {
    case 'single': return <Single question={question} onChange={onChange} />;
    case 'multiple': return <Multiple question={question} onChange={onChange} />;
    case 'matching': return <MatchingKey question={question} onChange={onChange} />;
    case 'ordering': return <OrderingKey question={question} onChange={onChange} />;
    case 'text': return <TextKey question={question} onChange={onChange} />;
    case 'number': return <NumberKey question={question} onChange={onChange} />;
  }
}

function Single({ question, onChange }: Props<'single'>) {
  const { t } = useTranslation('teach');
  return (
    <ChoiceLines label={t('key.choices')} hint={t('key.singleHint')} choices={question.choices}
      mark={(choice, name) => <input type="radio" name={question.id} aria-label={t('key.right', { name })} checked={question.correct === choice.id} onChange={() => onChange({ ...question, correct: choice.id })} className="size-5 accent-(--accent)" />}
      onChange={(choices) => onChange({ ...question, choices, correct: choices.some(({ id }) => id === question.correct) ? question.correct : null })} />
  );
}

function Multiple({ question, onChange }: Props<'multiple'>) {
  const { t } = useTranslation('teach');
  const toggle = (id: string) => question.choices.map((choice) => choice.id).filter((each) => (each === id ? !question.correct.includes(id) : question.correct.includes(each)));
  return (
    <ChoiceLines label={t('key.choices')} hint={t('key.multipleHint')} choices={question.choices}
      mark={(choice, name) => <input type="checkbox" aria-label={t('key.right', { name })} checked={question.correct.includes(choice.id)} onChange={() => onChange({ ...question, correct: toggle(choice.id) })} className="size-5 accent-(--accent)" />}
      onChange={(choices) => onChange({ ...question, choices, correct: question.correct.filter((id) => choices.some((choice) => choice.id === id)) })} />
  );
}

function MatchingKey({ question, onChange }: Props<'matching'>) {
  const { t } = useTranslation('teach');
  const { document } = useDraft();
  const { left, right, correct } = question;
  const keep = (nextLeft: ChoiceDraft[], nextRight: ChoiceDraft[]) =>
    onChange({ ...question, left: nextLeft, right: nextRight, correct: Object.fromEntries(Object.entries(correct).filter(([l, r]) => nextLeft.some(({ id }) => id === l) && nextRight.some(({ id }) => id === r))) });
  const name = (choice: ChoiceDraft, index: number) => titleOf(choice.text, document.language, t('key.line', { number: index + 1 }));
  return (
    <div className="flex flex-col gap-5">
      <ChoiceLines label={t('key.left')} choices={left} onChange={(next) => keep(next, right)} />
      <ChoiceLines label={t('key.rightSide')} choices={right} onChange={(next) => keep(left, next)} />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-semibold">{t('key.pairs')}</legend>
        {left.map((choice, index) => (
          <Select key={choice.id} label={name(choice, index)} value={correct[choice.id] ?? ''} onChange={(event) => {
            const { [choice.id]: _, ...others } = correct;
            onChange({ ...question, correct: event.target.value ? { ...others, [choice.id]: event.target.value } : others });
          }}>
            <option value="">{t('key.choose')}</option>
            {right.map((each, at) => <option key={each.id} value={each.id}>{name(each, at)}</option>)}
          </Select>
        ))}
      </fieldset>
    </div>
  );
}

function OrderingKey({ question, onChange }: Props<'ordering'>) {
  const { t } = useTranslation('teach');
  const { document } = useDraft();
  const texts = useSortableTexts();
  const items = [...question.items].sort((a, b) => question.correct.indexOf(a.id) - question.correct.indexOf(b.id));
  const put = (next: ChoiceDraft[]) => onChange({ ...question, items: next, correct: next.map(({ id }) => id) });
  const name = (item: ChoiceDraft) => titleOf(item.text, document.language, t('key.line', { number: items.indexOf(item) + 1 }));
  return (
    <div className="flex flex-col gap-3">
      <p className="font-semibold">{t('key.order')}</p>
      <p className="-mt-2 text-sm text-muted">{t('key.orderHint')}</p>
      <SortableList label={t('key.order')} items={items} idOf={({ id }) => id} nameOf={name} texts={texts} onMove={(from, to) => put(moved(items, from, to))}>
        {(item, index) => (
          <div className="flex items-end gap-1 p-1">
            <div className="grow"><LocalisedLine label={t('key.line', { number: index + 1 })} value={item.text} max={500} onChange={(text) => put(items.map((each) => (each.id === item.id ? { ...each, text } : each)))} /></div>
            <ChoiceLines.Remove name={name(item)} disabled={items.length <= 2} onRemove={() => put(items.filter(({ id }) => id !== item.id))} />
          </div>
        )}
      </SortableList>
      <ChoiceLines.Add disabled={items.length >= 12} onAdd={() => put([...items, newChoice()])} />
    </div>
  );
}

function TextKey({ question, onChange }: Props<'text'>) {
  const { t } = useTranslation('teach');
  const { document } = useDraft();
  return (
    <div className="grid gap-4 sm:has-[>:nth-child(2)]:grid-cols-2">
      {document.languages.map((language) => (
        <TextArea key={language} lang={language} label={t('inLanguage', { label: t('key.accepted'), language: languages[language] })} hint={t('key.acceptedHint')} value={(question.accepted[language] ?? []).join('\n')}
          onChange={(event) => {
            const lines = event.target.value.split('\n').slice(0, 60).map((line) => line.slice(0, 500));
            onChange({ ...question, accepted: { ...question.accepted, [language]: event.target.value === '' ? [] : lines } });
          }} />
      ))}
    </div>
  );
}

function NumberKey({ question, onChange }: Props<'number'>) {
  const { t } = useTranslation('teach');
  return (
    <div className="flex flex-col gap-4">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <NumberField label={t('key.number')} value={question.correct} onChange={(correct) => onChange({ ...question, correct })} />
        <NumberField label={t('key.tolerance')} value={question.tolerance ?? 0} onChange={(tolerance) => onChange({ ...question, tolerance: Math.max(0, tolerance ?? 0) })} />
      </div>
      <LocalisedLine label={t('key.unit')} value={question.unit} max={40} onChange={(unit) => onChange({ ...question, unit })} />
    </div>
  );
}

/** A number with a decimal comma or point; what is no number yet stays on screen and counts as none. */
function NumberField({ label, value, onChange }: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  const { t } = useTranslation('teach');
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const read = (text: string) => Number(text.trim().replace(',', '.'));
  const wrong = typed.trim() !== '' && !Number.isFinite(read(typed));
  return (
    <TextField label={label} inputMode="decimal" value={typed} error={wrong ? t('key.notANumber') : undefined}
      onChange={(event) => { setTyped(event.target.value); onChange(event.target.value.trim() === '' || !Number.isFinite(read(event.target.value)) ? null : read(event.target.value)); }} />
  );
}
