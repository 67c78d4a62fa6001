/** Waits; ends early (without an error) when the signal aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** The delay before retry `n` (from 0): the nth step, the last one for ever, ±10 % so that many do not march in step. */
export function backOff(steps: readonly number[], n: number): number {
  const step = steps[Math.min(n, steps.length - 1)] ?? 1000;
  return Math.round(step * (0.9 + Math.random() * 0.2));
}
