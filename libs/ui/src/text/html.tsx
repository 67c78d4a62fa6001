import { useEffect, useRef, type MouseEvent } from 'react';

/** HTML that the server has sanitised, set in this one place only. `onClick` lets the app follow inner links without a reload. */
export function SafeHtml({ html, className, onClick }: { html: string; className?: string; onClick?: (event: MouseEvent<HTMLElement>) => void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Wide tables and code scroll by keyboard too.
    for (const wide of ref.current?.querySelectorAll<HTMLElement>('pre, table') ?? []) if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }, [html]);
  // A keyboard press on a link inside arrives as a click too, so the region itself needs no key handler.
  return <div ref={ref} dir="auto" className={`prose ${className ?? ''}`} onClick={onClick} dangerouslySetInnerHTML={{ __html: html }} />;
}
