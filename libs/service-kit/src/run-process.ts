import { finishSpans } from '@unityplan/telemetry';

/** Something with an orderly end. */
interface Stoppable {
  close(): Promise<void>;
}

const patienceMs = 15_000;

/**
 * The whole life of a process: starts, runs until SIGTERM or SIGINT, closes in order. A failed start ends it with one sentence and
 * code 1. Takes a function, so that a fault of configuration is a sentence too.
 */
export async function runProcess(start: () => Promise<Stoppable>): Promise<void> {
  let running: Stoppable | undefined;
  const stop = (): void => {
    // Nobody has been served yet, and a start may wait for ever for a server that is away.
    if (!running) return process.exit(1);
    setTimeout(() => process.exit(1), patienceMs).unref();
    void running.close().then(finishSpans).then(() => process.exit(0), () => process.exit(1));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  try {
    running = await start();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
