import type { LoadResult, Pace } from './jobs.ts';

/** Starts work at a fixed pace and waits for all of it. A late answer does not slow the pace, and its wait counts from when it was due. */
export async function paced({ rate, seconds, lanes }: Pace, work: (index: number) => Promise<void>): Promise<LoadResult> {
  const total = Math.round(rate * seconds);
  const latencies: number[] = [];
  const running = new Set<Promise<void>>();
  let failed = 0;
  let failure: string | undefined;
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const start = (index: number, dueAt: number): Promise<void> => {
    const one = work(index).then(
      () => void latencies.push(performance.now() - dueAt),
      (error: unknown) => {
        failed++;
        failure ??= error instanceof Error ? error.message : String(error);
      },
    );
    running.add(one);
    void one.finally(() => running.delete(one));
    return one;
  };
  let next = 0;
  if (lanes !== undefined)
    await Promise.all(Array.from({ length: lanes }, async () => {
      while (performance.now() - startedAt < seconds * 1000) await start(next++, performance.now());
    }));
  while (lanes === undefined && next < total) {
    const due = ((performance.now() - startedAt) / 1000) * rate;
    while (next < total && next <= due) void start(next, startedAt + (next++ / rate) * 1000);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(running);
  const used = process.cpuUsage(cpu);
  return {
    done: latencies.length, failed, seconds: (performance.now() - startedAt) / 1000, latencies, ownCpuMs: (used.user + used.system) / 1000, ...(failure === undefined ? {} : { failure }),
  };
}
