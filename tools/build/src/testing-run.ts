import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Runs a Node program, collects what it prints, and ends it with the test. */
export function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  // Politely first, so that a program that started others takes them with it.
  onTestFinished(async () => {
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exit;
    clearTimeout(killer);
  });
  const printed = async (pattern: RegExp, patience = 15_000): Promise<RegExpExecArray> => {
    for (const end = Date.now() + patience; Date.now() < end; await new Promise((next) => setTimeout(next, 15))) {
      const found = pattern.exec(text);
      if (found) return found;
    }
    throw new Error(`never printed ${pattern}; printed:\n${text}`);
  };
  return { child, exit, printed, text: () => text, forget: () => (text = '') };
}

export const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
