import type { ChildProcess } from 'node:child_process';
import { call } from '../http.ts';

/** Resolves when a port answers, whatever it says. Throws when the process ends before, or after 30 s. */
export async function answersSoon(port: number, path: string, child: ChildProcess): Promise<void> {
  for (const until = performance.now() + 30_000; performance.now() < until; ) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
    if (await call({ port, path }).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Port ${port} did not answer`);
}
