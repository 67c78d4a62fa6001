import type { ReactNode } from 'react';
import { cx } from '../cx.ts';

const tones = { plain: 'bg-sunken text-muted', accent: 'bg-accent-soft text-accent', clay: 'bg-clay-soft text-clay' };

/** A short word that qualifies what stands beside it. */
export function Badge({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return <span className={cx('inline-flex items-center rounded-sm px-1.5 py-0.5 text-xs font-semibold', tones[tone])}>{children}</span>;
}

/** A small number on a control, `99+` beyond two digits; nothing at zero. `quiet` when none of it is new. The control's own name must say it too. */
export function CountBadge({ count, quiet = false, className }: { count: number; quiet?: boolean; className?: string }) {
  if (count <= 0) return null;
  return (
    <span aria-hidden="true" className={cx('grid h-5 min-w-5 place-items-center rounded-full px-1 text-xs leading-none font-bold tabular-nums', quiet ? 'bg-sunken text-ink outline outline-line-strong' : 'bg-clay text-on-clay', className)}>
      {count > 99 ? '99+' : count}
    </span>
  );
}
