import type { ReactNode } from 'react';
import { Select } from '../controls/text-field.tsx';

interface Props {
  legend: ReactNode;
  legendHidden?: boolean;
  left: readonly { key: string; label: string; verdict?: ReactNode }[];
  right: readonly { key: string; label: string }[];
  /** Right key by left key. */
  pairs: Readonly<Record<string, string>>;
  chooseLabel: string;
  readOnly?: boolean;
  onChange: (pairs: Record<string, string>) => void;
}

/** Each item on the left gets one from the right: a list to choose from beside every item, so nothing has to be dragged. */
export function Matching({ legend, legendHidden, left, right, pairs, chooseLabel, readOnly = false, onChange }: Props) {
  const set = (key: string, value: string) => {
    const rest = Object.fromEntries(Object.entries(pairs).filter(([each]) => each !== key));
    onChange(value ? { ...rest, [key]: value } : rest);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className={legendHidden ? 'sr-only' : 'mb-1 font-semibold'}>{legend}</legend>
      {left.map((item) => (
        <div key={item.key} className="border-s-3 border-line ps-4">
          <Select label={item.label} value={pairs[item.key] ?? ''} disabled={readOnly} onChange={(event) => set(item.key, event.target.value)}>
            <option value="">{chooseLabel}</option>
            {right.map((each) => <option key={each.key} value={each.key}>{each.label}</option>)}
          </Select>
          {item.verdict && <p className="mt-1 text-sm font-medium">{item.verdict}</p>}
        </div>
      ))}
    </fieldset>
  );
}
