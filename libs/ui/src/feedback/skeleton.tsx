import { cx } from '../cx.ts';

/** Grey bars where text will be; hidden from screen readers, the list around it is marked busy. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('shimmer block h-4 rounded-sm', className)} />;
}

/** Rows of bars for a list that is on its way. `label` is what screen readers hear. */
export function SkeletonList({ rows = 4, label }: { rows?: number; label: string }) {
  return (
    <div role="status" className="flex flex-col">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="flex flex-col gap-2.5 border-b border-line py-5 last:border-0">
          <Skeleton className={index % 2 ? 'w-3/5' : 'w-4/5'} />
          <Skeleton className="h-3 w-2/5" />
        </span>
      ))}
    </div>
  );
}
