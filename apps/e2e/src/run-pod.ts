import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface RunOptions {
  readonly port: number;
  /** Further arguments of `npm start --`. */
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** A folder that an earlier run left; default a new one. */
  readonly state?: string;
}

/** A pod brought up by `npm start`'s own runner, with state of its own. */
export interface RunningPod {
  readonly port: number;
  readonly state: string;
  /** What the runner printed so far. */
  said(): string;
  /** Ends it as Ctrl-C does; answers the exit code. Its data stays. */
  halt(): Promise<number | null>;
  /** Ends it and removes the state. */
  stop(): Promise<void>;
}

/** Resolves when the pod is ready; rejects with everything the runner said when it ends before. */
export async function runPod({ port, args = [], env = {}, state = mkdtempSync(join(tmpdir(), 'unityplan-e2e-')) }: RunOptions): Promise<RunningPod> {
  const root = resolve(import.meta.dirname, '../../..');
  const runner = ['--conditions=@unityplan/source', join(root, 'tools/pod/src/start.ts'), '--state', state, '--port', String(port), ...args];
  // Nobody looks at a page a second for minutes, or asks twenty times a second whether something has come.
  const limits = { LIMIT_MEMBER_PER_MINUTE: '6000' };
  const pod = spawn(process.execPath, runner, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...limits, ...env } });
  // A journey that runs out of time leaves nobody who would stop it.
  const orphaned = (): void => void pod.kill('SIGTERM');
  process.once('exit', orphaned);
  pod.once('exit', () => process.off('exit', orphaned));
  const said: string[] = [];
  await new Promise<void>((ready, failed) => {
    const hear = (part: Buffer): void => {
      said.push(part.toString('utf8'));
      if (said.join('').includes('ready after')) ready();
    };
    pod.stdout.on('data', hear);
    pod.stderr.on('data', hear);
    pod.on('exit', () => failed(new Error(`The pod did not start:\n${said.join('')}`)));
  });
  const gone = new Promise<number | null>((done) => pod.once('exit', done));
  const halt = (): Promise<number | null> => {
    if (pod.exitCode === null) pod.kill('SIGINT');
    return gone;
  };
  return {
    port, state, halt,
    said: () => said.join(''),
    stop: async () => {
      await halt();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** Kills one service of a pod that runs in processes, as a crash would; the runner starts it again. */
export function killService(pod: Pick<RunningPod, 'state'>, name: string): void {
  process.kill(pidOf(pod, name), 'SIGKILL');
}

/** Has a service hear and do nothing until it is killed. */
export function freezeService(pod: Pick<RunningPod, 'state'>, name: string): void {
  process.kill(pidOf(pod, name), 'SIGSTOP');
}

function pidOf({ state }: Pick<RunningPod, 'state'>, name: string): number {
  return (JSON.parse(readFileSync(join(state, 'run', `${name}.json`), 'utf8')) as { pid: number }).pid;
}
