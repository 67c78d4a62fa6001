import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../display/icon.tsx';

export type StepState = 'done' | 'open' | 'locked';

export interface OutlineStep {
  key: string;
  title: string;
  state: StepState;
  /** The step that is open in front of the reader. */
  current: boolean;
  note?: string | undefined;
}

export interface OutlineSection {
  key: string;
  title: string;
  steps: readonly OutlineStep[];
}

interface Props {
  label: string;
  sections: readonly OutlineSection[];
  /** How a step's state is said to screen readers. */
  stateNames: Record<StepState, string>;
  /** Wraps a step's face in a link of the application. */
  link: (step: OutlineStep, className: string, face: ReactNode) => ReactNode;
}

/** The steps of a course by section, with what is done and where one is. */
export function Outline({ label, sections, stateNames, link }: Props) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-col gap-5">
        {sections.map((section) => (
          <li key={section.key}>
            <p className="mb-1 text-sm font-semibold text-muted">{section.title}</p>
            <ol className="flex flex-col">
              {section.steps.map((step) => {
                const face = (
                  <>
                    <StepMark state={step.state} current={step.current} />
                    <span className="min-w-0 grow">
                      <span className={cx('block', step.current && 'font-semibold')}>{step.title}</span>
                      {step.note && <span className="block text-sm text-muted">{step.note}</span>}
                    </span>
                    <span className="sr-only">, {stateNames[step.state]}</span>
                  </>
                );
                const look = cx('flex min-h-11 items-center gap-3 rounded-md px-2.5 py-1.5 no-underline', step.current ? 'bg-accent-soft' : step.state === 'locked' ? 'text-muted' : 'hover:bg-sunken');
                return <li key={step.key}>{step.state === 'locked' ? <span className={look}>{face}</span> : link(step, look, face)}</li>;
              })}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Done, open, or not open yet, as a small round mark. */
function StepMark({ state, current }: { state: StepState; current: boolean }) {
  if (state === 'done') return <span aria-hidden="true" className="grid size-6 shrink-0 place-items-center rounded-full bg-accent text-on-accent"><Icon name="check" className="size-4" /></span>;
  if (state === 'locked') return <span aria-hidden="true" className="grid size-6 shrink-0 place-items-center text-muted"><Icon name="lock" className="size-4" /></span>;
  return <span aria-hidden="true" className={cx('size-6 shrink-0 rounded-full border-2', current ? 'border-6 border-accent' : 'border-line-strong')} />;
}
