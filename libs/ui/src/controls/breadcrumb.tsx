import { Children, type ReactNode } from 'react';
import { Icon } from '../display/icon.tsx';

/** The way here, from the territory down; children are links. */
export function Breadcrumb({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {Children.toArray(children).map((child, index) => (
          <li key={index} className="flex min-h-8 items-center gap-x-1.5 [&>a]:inline-flex [&>a]:min-h-8 [&>a]:items-center [&>a]:hover:underline pointer-coarse:[&>a]:min-h-11">
            {index > 0 && <Icon name="forward" className="size-3.5" />}
            {child}
          </li>
        ))}
      </ol>
    </nav>
  );
}
