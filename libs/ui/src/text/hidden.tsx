import type { ReactNode } from 'react';

/** The first stop of the Tab key: jumps over the header. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={`#${to}`} className="fixed start-3 top-3 z-50 -translate-y-24 rounded-md bg-ink px-4 py-2.5 font-semibold text-paper focus:translate-y-0">
      {children}
    </a>
  );
}
