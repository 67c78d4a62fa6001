import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';

/** Lets links of this site inside server-made HTML go through the router; all others stay as they are. */
export function useInnerLinks(): (event: MouseEvent<HTMLElement>) => void {
  const router = useRouter();
  return (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target === '_blank') return;
    if (link.origin !== location.origin || /^\/(api|ws)(\/|$)/.test(link.pathname)) return;
    event.preventDefault();
    router.history.push(link.pathname + link.search + link.hash);
  };
}
