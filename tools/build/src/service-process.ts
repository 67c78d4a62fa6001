import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { workspaceRoot } from './service-options.ts';

/** How long a service may take to finish its work before it is killed. */
const patienceMs = 8_000;

/** A service run from its bundle, to be started anew after each good build. */
export interface ServiceProcess {
  /** Stops what runs and starts the newest bundle. Calls that come meanwhile are one restart afterwards. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** `environment` is asked before every start: a pod that was started anew has other addresses. */
export function serviceProcess(file: string, cwd: string, say: (line: string) => void, environment: () => NodeJS.ProcessEnv = () => process.env): ServiceProcess {
  let child: ChildProcess | undefined;
  let working: Promise<void> | undefined;
  let again = false;
  let over = false;

  const end = async (): Promise<void> => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise<void>((done) => ending.once('exit', () => done()));
    ending.kill('SIGTERM');
    const killer = setTimeout(() => ending.kill('SIGKILL'), patienceMs);
    await gone;
    clearTimeout(killer);
  };
  const begin = (): void => {
    // The cache halves the start; the flag makes stack traces point to the TypeScript.
    const env = { ...environment(), NODE_COMPILE_CACHE: join(workspaceRoot, 'node_modules/.cache/unityplan-compile') };
    const started = spawn(process.execPath, ['--enable-source-maps', file], { cwd, stdio: 'inherit', env });
    child = started;
    started.once('exit', (code, signal) => {
      if (child !== started) return;
      child = undefined;
      if (!over) say(`stopped by itself (${signal ?? `exit code ${code}`}); starts again after the next edit`);
    });
  };
  const cycle = async (): Promise<void> => {
    do {
      again = false;
      await end();
      if (!over) begin();
    } while (again && !over);
  };
  return {
    restart() {
      again = true;
      working ??= cycle().finally(() => (working = undefined));
      return working;
    },
    async stop() {
      over = true;
      await working;
      await end();
    },
  };
}
