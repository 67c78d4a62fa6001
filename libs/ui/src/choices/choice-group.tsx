import { useId, type ReactNode } from 'react';
import { FieldError } from '../controls/field-error.tsx';
import { cx } from '../cx.ts';

export interface Choice<K extends string = string> {
  key: K;
  label: ReactNode;
  /** A second, quieter line. */
  note?: ReactNode;
  /** What is said of this choice afterwards: right, wrong, why. */
  verdict?: ReactNode;
  tone?: 'right' | 'wrong' | undefined;
}

interface Shared<K extends string> {
  legend: ReactNode;
  /** Leaves the legend to screen readers when the page already says it. */
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  choices: readonly Choice<K>[];
  /** Only to be read: a result. */
  readOnly?: boolean;
}

/** One of several, as large rows to press; native radio buttons, so arrows choose. */
export function RadioGroup<K extends string>({ chosen, onChoose, ...rest }: Shared<K> & { chosen: K | undefined; onChoose: (key: K) => void }) {
  return <Rows {...rest} type="radio" isChosen={(key) => key === chosen} onToggle={(key) => onChoose(key)} />;
}

/** Any of several, as large rows to press; native checkboxes. */
export function CheckboxGroup<K extends string>({ chosen, onChoose, ...rest }: Shared<K> & { chosen: readonly K[]; onChoose: (keys: K[]) => void }) {
  const toggle = (key: K) => onChoose(rest.choices.map((choice) => choice.key).filter((each) => (each === key ? !chosen.includes(key) : chosen.includes(each))));
  return <Rows {...rest} type="checkbox" isChosen={(key) => chosen.includes(key)} onToggle={toggle} />;
}

interface RowsProps<K extends string> extends Shared<K> {
  type: 'radio' | 'checkbox';
  isChosen: (key: K) => boolean;
  onToggle: (key: K) => void;
}

function Rows<K extends string>({ type, legend, legendHidden, hint, error, choices, readOnly = false, isChosen, onToggle }: RowsProps<K>) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset aria-describedby={describedBy} className="flex min-w-0 flex-col gap-2">
      <legend className={legendHidden ? 'sr-only' : 'mb-1 font-semibold'}>{legend}</legend>
      {hint && <p id={`${id}-hint`} className="-mt-1 text-sm text-muted">{hint}</p>}
      {choices.map(({ key, label, note, verdict, tone }) => (
        <label key={key} className={cx('flex min-h-12 items-start gap-3 rounded-md border bg-surface px-4 py-3 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus)',
          !readOnly && 'cursor-pointer hover:border-accent', tone === 'wrong' ? 'border-danger' : isChosen(key) || tone === 'right' ? 'border-accent' : 'border-line-strong', isChosen(key) && 'bg-accent-soft')}>
          <input type={type} name={id} checked={isChosen(key)} disabled={readOnly} onChange={() => onToggle(key)} className="mt-1 size-4 shrink-0 accent-(--accent) focus-visible:outline-none" />
          <span className="min-w-0 grow">
            <span className="block">{label}</span>
            {note && <span className="block text-sm text-muted">{note}</span>}
            {verdict && <span className={cx('mt-1 block text-sm font-medium', tone === 'wrong' ? 'text-danger' : 'text-accent')}>{verdict}</span>}
          </span>
        </label>
      ))}
      <FieldError id={`${id}-error`} text={error} />
    </fieldset>
  );
}
