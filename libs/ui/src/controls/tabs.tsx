import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from '../cx.ts';

interface Tab<K extends string> {
  key: K;
  label: string;
}

interface Props<K extends string> {
  label: string;
  tabs: readonly Tab<K>[];
  chosen: K;
  onChoose: (key: K) => void;
  /** Stands at the end of the bar. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A tab list with its one visible panel; arrows, Home and End move. */
export function Tabs<K extends string>({ label, tabs, chosen, onChoose, aside, children }: Props<K>) {
  const id = useId();
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.key === chosen);
    const ltr = getComputedStyle(event.currentTarget).direction !== 'rtl';
    const to = { [ltr ? 'ArrowRight' : 'ArrowLeft']: at + 1, [ltr ? 'ArrowLeft' : 'ArrowRight']: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 border-b border-line">
        <div role="tablist" aria-label={label} onKeyDown={move} className="-mb-px flex max-w-full overflow-x-auto overflow-y-hidden">
          {tabs.map((tab) => (
            <button key={tab.key} id={`${id}-${tab.key}`} type="button" role="tab" aria-selected={tab.key === chosen} aria-controls={`${id}-panel`} tabIndex={tab.key === chosen ? 0 : -1}
              onClick={() => onChoose(tab.key)}
              className={cx('min-h-11 shrink-0 border-b-2 px-4 font-semibold max-sm:px-3', tab.key === chosen ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink')}>
              {tab.label}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </div>
  );
}
