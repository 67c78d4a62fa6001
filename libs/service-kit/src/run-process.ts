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
  try {
    const running = await start();
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        setTimeout(() => process.exit(1), patienceMs).unref();
        void running.close().then(() => process.exit(0), () => process.exit(1));
      });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
