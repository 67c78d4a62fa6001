import { Link, type LinkProps } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

interface Part {
  to: LinkProps['to'];
  text: string;
}

/** The parts of a desk or of the settings: a column beside the chosen one, on a phone a bar above it. The first leads only to itself. */
export function PartsNav({ label, parts }: { label: string; parts: readonly Part[] }) {
  const nav = useRef<HTMLElement>(null);
  // On a phone the bar is wider than the screen, and the chosen part may lie outside.
  useEffect(() => {
    // Some browsers answer a promise, which an effect must not return.
    void nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={nav} aria-label={label} className="flex gap-1 overflow-x-auto md:flex-col">
      {parts.map(({ to, text }, index) => (
        <Link key={to} to={to} activeOptions={{ exact: index === 0 }} className="flex min-h-11 shrink-0 items-center rounded-md px-3 no-underline" activeProps={{ className: 'bg-accent-soft font-semibold text-accent' }} inactiveProps={{ className: 'hover:bg-sunken' }}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
