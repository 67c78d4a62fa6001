/**
 * Does work every so often (`atOnce`: and now) until it is told to stop, never twice at once: a turn that comes while the last one is busy is left out.
 * Turns are spread a little, so that processes started together do not work together. What it answers stops it: `signal` aborts, and
 * the promise resolves when nothing is in hand. `work` must not throw.
 */
export function repeatedly(everyMs: number, work: (signal: AbortSignal) => Promise<void>, { atOnce = false }: { readonly atOnce?: boolean } = {}): () => Promise<void> {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const turn = () => void (running ??= work(stopping.signal).finally(() => (running = undefined)));
  const timer = setInterval(turn, everyMs * (0.9 + Math.random() * 0.2));
  timer.unref();
  if (atOnce) turn();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}
