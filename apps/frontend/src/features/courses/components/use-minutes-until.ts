import { useEffect, useState } from 'react';

/** Whole minutes until an instant, at least 1 while it lies ahead; 0 afterwards or without one. Counts down by itself. */
export function useMinutesUntil(at: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  const left = at === null ? 0 : Math.max(0, Date.parse(at) - now);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(left, 15_000));
    return () => clearTimeout(timer);
  }, [left]);
  return Math.ceil(left / 60_000);
}
