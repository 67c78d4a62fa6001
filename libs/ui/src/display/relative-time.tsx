import { useSyncExternalStore } from 'react';
import { useLocale } from '../text/locale.tsx';
import { absoluteTime, relativeTime } from '../text/time.ts';

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function onTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** "3 minutes ago" that stays true; the full date and time is its title and machine value. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const { language, timeZone } = useLocale();
  const instant = useSyncExternalStore(onTick, () => now, () => now);
  return (
    <time dateTime={at} title={absoluteTime(at, language, timeZone)} className={className}>
      {relativeTime(at, Math.max(instant, Date.now() - 30_000), language, timeZone)}
    </time>
  );
}
