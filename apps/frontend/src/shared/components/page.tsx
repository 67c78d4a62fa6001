import { cx } from '@unityplan/ui';
import { useEffect, useRef, type ReactNode } from 'react';
import { takeHeadingFocus } from '../lib/heading-focus.ts';
import { inLanguage, useTerritory } from '../lib/territory.ts';

/** Names the browser's tab: page, then territory. */
function usePageTitle(title: string | undefined): void {
  const territory = useTerritory();
  useEffect(() => {
    if (!title) return;
    document.title = [title, territory ? inLanguage(territory.name) : 'UnityPlan'].filter((part, index, all) => all.indexOf(part) === index).join(' · ');
  }, [title, territory]);
}

/** The one h1 of a page; takes the focus when the page is new, and names the tab. */
export function PageHeading({ children, title, className }: { children: ReactNode; title: string; className?: string }) {
  const ref = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => takeHeadingFocus(ref.current), [title]);
  return (
    <h1 ref={ref} dir="auto" tabIndex={-1} className={cx('text-2xl', className)}>
      {children}
    </h1>
  );
}

/** A column for reading and forms. */
export function NarrowPage({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx('mx-auto flex w-full max-w-2xl flex-col gap-6 px-4 py-8 sm:py-12', className)}>{children}</div>;
}
