import type { MouseEvent } from 'react';

/** HTML that the server has sanitised, set in this one place only. `onClick` lets the app follow inner links without a reload. */
export function SafeHtml({ html, className, onClick }: { html: string; className?: string; onClick?: (event: MouseEvent<HTMLElement>) => void }) {
  // A keyboard press on a link inside arrives as a click too, so the region itself needs no key handler.
  return <div className={`prose ${className ?? ''}`} onClick={onClick} dangerouslySetInnerHTML={{ __html: html }} />;
}
