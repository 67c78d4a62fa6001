import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface RunOptions {
  readonly port: number;
  /** Further arguments of `npm start --`. */
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** A pod brought up by `npm start`'s own runner, with state of its own; `stop` ends it and removes the state. */
export interface RunningPod {
  readonly port: number;
  readonly state: string;
  stop(): Promise<void>;
}

/** Resolves when the pod is ready; rejects with everything the runner said when it ends before. */
export async function runPod({ port, args = [], env = {} }: RunOptions): Promise<RunningPod> {
  const root = resolve(import.meta.dirname, '../../..');
  const state = mkdtempSync(join(tmpdir(), 'unityplan-e2e-'));
  const runner = ['--conditions=@unityplan/source', join(root, 'tools/pod/src/start.ts'), '--state', state, '--port', String(port), ...args];
  const pod = spawn(process.execPath, runner, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
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
  return {
    port,
    state,
    stop: async () => {
      const gone = new Promise((done) => pod.once('exit', done));
      pod.kill('SIGTERM');
      await gone;
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** Kills one service of a pod that runs in processes, as a crash would; the runner starts it again. */
export function killService({ state }: Pick<RunningPod, 'state'>, name: string): void {
  const { pid } = JSON.parse(readFileSync(join(state, 'run', `${name}.json`), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGKILL');
}
