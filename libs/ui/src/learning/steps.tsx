import { cx } from '../cx.ts';
import { Icon } from '../display/icon.tsx';

/** Where one is in a short series of steps; `at` counts from 0. */
export function Steps({ label, steps, at, doneLabel }: { label: string; steps: readonly string[]; at: number; doneLabel: string }) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-6 gap-y-2">
      {steps.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} className={cx('flex items-center gap-2 text-sm', index === at ? 'font-semibold' : 'text-muted')}>
          <span aria-hidden="true" className={cx('grid size-6 place-items-center rounded-full border text-xs tabular-nums', index < at ? 'border-accent bg-accent text-on-accent' : index === at ? 'border-accent text-accent' : 'border-line-strong')}>
            {index < at ? <Icon name="check" className="size-4" /> : index + 1}
          </span>
          {step}
          {index < at && <span className="sr-only">, {doneLabel}</span>}
        </li>
      ))}
    </ol>
  );
}
