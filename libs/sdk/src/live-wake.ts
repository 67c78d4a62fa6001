import type { LiveTiming } from './live-timing.ts';

/** `slept`: the machine stood still, every connection is dead. `nudged`: something changed, a connection may be dead. */
export type Wake = (how: 'slept' | 'nudged') => void;

interface PageLike {
  addEventListener?: EventTarget['addEventListener'];
  removeEventListener?: EventTarget['removeEventListener'];
  document?: { visibilityState?: string } & Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/**
 * Notices that the machine slept (the clock jumped between two ticks), that the network came back, and that the page
 * came to the front. A hidden page's timers are slowed down by browsers, so there a jump proves nothing.
 */
export function watchWake(onWake: Wake, { clockMs, sleepMs }: LiveTiming, page: PageLike = globalThis as PageLike): () => void {
  const { document } = page;
  const hidden = (): boolean => document?.visibilityState === 'hidden';
  let last = Date.now();
  let wasHidden = hidden();
  const look = (nudged: boolean): void => {
    const jumped = Date.now() - last > clockMs + sleepMs;
    if (jumped && !wasHidden) onWake('slept');
    else if (jumped || nudged) onWake('nudged');
    last = Date.now();
    wasHidden = hidden();
  };
  const onTick = (): void => look(false);
  const onEvent = (): void => look(!hidden());
  const timer = setInterval(onTick, clockMs);
  page.addEventListener?.('online', onEvent);
  page.addEventListener?.('pageshow', onEvent);
  document?.addEventListener('visibilitychange', onEvent);
  return () => {
    clearInterval(timer);
    page.removeEventListener?.('online', onEvent);
    page.removeEventListener?.('pageshow', onEvent);
    document?.removeEventListener('visibilitychange', onEvent);
  };
}
