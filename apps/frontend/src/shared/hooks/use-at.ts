import { useEffect, useRef } from 'react';

/** The longest wait a browser's timer knows, in milliseconds; a later instant is waited for in steps. */
const longest = 2 ** 31 - 1;

/** Runs something when an instant has come, even when nobody touches the page. Null waits for nothing. */
export function useAt(instant: string | null, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => { latest.current = run; });
  useEffect(() => {
    if (!instant) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const left = Date.parse(instant) - Date.now();
      // A little later, because this device's clock may be ahead of the server's.
      if (left <= 0) timer = setTimeout(() => latest.current(), 250);
      else timer = setTimeout(wait, Math.min(left, longest));
    };
    wait();
    return () => clearTimeout(timer);
  }, [instant]);
}
