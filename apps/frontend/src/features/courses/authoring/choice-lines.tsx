import { Button, Icon } from '@unityplan/ui';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { newChoice, titleOf, type ChoiceDraft } from './document.ts';
import { useDraft } from './draft-context.tsx';
import { LocalisedLine } from './localised-fields.tsx';

const most = 12;

interface Props {
  label: string;
  hint?: string;
  choices: readonly ChoiceDraft[];
  /** Stands before each line: which are right. */
  mark?: (choice: ChoiceDraft, name: string) => ReactNode;
  onChange: (choices: ChoiceDraft[]) => void;
}

/** The lines a question offers, at least two. */
export function ChoiceLines({ label, hint, choices, mark, onChange }: Props) {
  const { t } = useTranslation('teach');
  const { document } = useDraft();
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <p className="-mt-1 text-sm text-muted">{hint}</p>}
      {choices.map((choice, index) => {
        const line = t('key.line', { number: index + 1 });
        const name = titleOf(choice.text, document.language, line);
        return (
          <div key={choice.id} className="flex items-end gap-2">
            {mark && <span className="grid size-11 shrink-0 place-items-center">{mark(choice, name)}</span>}
            <div className="grow"><LocalisedLine label={line} value={choice.text} max={500} onChange={(text) => onChange(choices.map((each) => (each.id === choice.id ? { ...each, text } : each)))} /></div>
            <Remove name={name} disabled={choices.length <= 2} onRemove={() => onChange(choices.filter(({ id }) => id !== choice.id))} />
          </div>
        );
      })}
      <Add disabled={choices.length >= most} onAdd={() => onChange([...choices, newChoice()])} />
    </fieldset>
  );
}

function Remove({ name, disabled, onRemove }: { name: string; disabled: boolean; onRemove: () => void }) {
  const { t } = useTranslation('teach');
  return <Button tone="quiet" size="icon" className="shrink-0" disabled={disabled} aria-label={t('key.remove', { name })} onClick={onRemove}><Icon name="trash" /></Button>;
}

function Add({ disabled, onAdd }: { disabled: boolean; onAdd: () => void }) {
  const { t } = useTranslation('teach');
  return <Button tone="quiet" size="sm" className="self-start" disabled={disabled} onClick={onAdd}><Icon name="plus" className="size-4" />{t('key.add')}</Button>;
}

ChoiceLines.Remove = Remove;
ChoiceLines.Add = Add;
