import { cx } from '../cx.ts';

/** Whole percents of a part, never 100 before everything is done. */
export function percentOf(done: number, total: number): number {
  if (total <= 0) return 0;
  return done >= total ? 100 : Math.min(99, Math.floor((done / total) * 100));
}

/** How far something is, as a bar; `value` is 0 to 100. */
export function Meter({ value, label, text, className }: { value: number; label: string; text?: string; className?: string }) {
  return (
    <div role="progressbar" aria-label={label} aria-valuenow={value} aria-valuemin={0} aria-valuemax={100} aria-valuetext={text} className={cx('h-2 overflow-hidden rounded-full bg-sunken outline outline-line', className)}>
      <div className="h-full rounded-full bg-accent transition-[width] duration-(--calm)" style={{ width: `${value}%` }} />
    </div>
  );
}

/** How far something is, as a ring with its percents inside. */
export function ProgressRing({ value, label, className = 'size-14' }: { value: number; label: string; className?: string }) {
  const round = 2 * Math.PI * 20;
  return (
    <span role="progressbar" aria-label={label} aria-valuenow={value} aria-valuemin={0} aria-valuemax={100} className={cx('relative inline-grid shrink-0 place-items-center', className)}>
      <svg viewBox="0 0 48 48" aria-hidden="true" className="absolute inset-0 size-full -rotate-90" fill="none" strokeWidth="5">
        <circle cx="24" cy="24" r="20" className="stroke-line" />
        <circle cx="24" cy="24" r="20" className="stroke-accent transition-[stroke-dashoffset] duration-(--calm)" strokeLinecap="round" strokeDasharray={round} strokeDashoffset={round * (1 - value / 100)} opacity={value === 0 ? 0 : 1} />
      </svg>
      <span aria-hidden="true" className="text-xs font-semibold tabular-nums">{value}%</span>
    </span>
  );
}
