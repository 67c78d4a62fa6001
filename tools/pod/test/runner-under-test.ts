import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isPortFree, removeState } from '@unityplan/servers';
import { servicePorts } from '@unityplan/service-kit/ports';
import { endLeftovers } from '../src/leftovers.ts';

const root = resolve(import.meta.dirname, '../../..');

/** One run of a script of tools/pod, as a terminal would start it. */
export function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|NATS_URL|REDIS_URL|NODE_ENV|npm_config_.*)$/.test(name)));
  const child = spawn(process.execPath, ['--conditions=@unityplan/source', join(root, 'tools/pod/src', script), ...args], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...own, ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
  const exit = new Promise<number | null>((done) => child.once('close', done));
  const printed = async (pattern: RegExp): Promise<void> => {
    let over = false;
    void exit.then(() => (over = true));
    while (!pattern.test(text)) {
      if (over) throw new Error(`it ended without printing ${pattern}:\n${text}`);
      await new Promise((next) => setTimeout(next, 20));
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return exit;
  };
  return { child, exit, printed, end, text: () => text };
}

/** A state folder and a web port of a test, with all that runs there ended and removed by `dispose`. */
export async function podUnderTest(env: NodeJS.ProcessEnv = {}) {
  const state = mkdtempSync(join(tmpdir(), 'unityplan-pod-'));
  const port = await freeWebPort();
  const runs: ReturnType<typeof run>[] = [];
  const start = (...more: string[]) => {
    const one = run('start.ts', ['--state', state, '--port', String(port), ...more], env);
    runs.push(one);
    return one;
  };
  const dispose = async (): Promise<void> => {
    for (const one of runs) if (one.child.exitCode === null && one.child.signalCode === null) await one.end('SIGTERM');
    await endLeftovers(state);
    await removeState(state);
    rmSync(state, { recursive: true, force: true });
  };
  return { state, port, start, dispose, portOf: (service: keyof typeof servicePorts) => servicePorts[service] + port - 8080 };
}

/** Below the ports that systems give to outgoing connections, and far from 8080. */
async function freeWebPort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const free = await Promise.all(Object.values(servicePorts).map((service) => isPortFree(service + port - 8080)));
    if (free.every(Boolean)) return port;
  }
}
