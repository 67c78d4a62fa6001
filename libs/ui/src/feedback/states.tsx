import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../controls/button.tsx';
import { Icon } from '../display/icon.tsx';

/** A list without anything in it: says so, and what would fill it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      <p className="font-serif text-xl">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}

/** What happened, what to do about it, and a way to try again. In a form or dialog it is brought into view: whoever pressed its button may be looking elsewhere. */
export function ErrorState({ title, mend, retryLabel, onRetry, children }: { title: string; mend?: string; retryLabel?: string; onRetry?: () => void; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current?.closest('form, dialog')) box.current.scrollIntoView({ block: 'nearest' });
  }, [title]);
  return (
    <div ref={box} role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg bg-danger-soft px-5 py-4 text-ink">
      <Icon name="alert" className="size-6 text-danger" />
      <div className="min-w-48 grow basis-0">
        <p className="font-semibold">{title}</p>
        {mend && <p>{mend}</p>}
        {children}
      </div>
      {onRetry && retryLabel && (
        <Button tone="secondary" onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
    </div>
  );
}

/** A remark in the page: advice or a success. */
export function Notice({ tone = 'accent', children }: { tone?: 'accent' | 'clay'; children: ReactNode }) {
  return <div className={`rounded-lg px-5 py-4 ${tone === 'accent' ? 'bg-accent-soft' : 'bg-clay-soft'}`}>{children}</div>;
}
