import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { readServiceEnvironment } from '@unityplan/servers';
import { root, type Pod } from '../pod.ts';
import { answersSoon } from './wait.ts';

/** A service of a running pod once more, as a process of its own with settings of its own. */
export class OwnService {
  readonly port: number;
  private readonly child: ChildProcess;
  private constructor(port: number, child: ChildProcess) {
    this.port = port;
    this.child = child;
  }

  /** Builds the service and starts it on `port`; `env` wins over the pod's. */
  static async start(pod: Pod, name: 'api-gateway' | 'websocket', port: number, env: NodeJS.ProcessEnv, flags: readonly string[] = []): Promise<OwnService> {
    const folder = join(root, 'apps', name);
    execFileSync(process.execPath, ['--conditions=@unityplan/source', join(root, 'tools/build/src/build-service.ts'), '.', '--bundle'], { cwd: folder, stdio: 'ignore' });
    const own = { ...process.env, ...readServiceEnvironment(pod.state), [`${name.toUpperCase().replaceAll('-', '_')}_PORT`]: String(port), LOG_LEVEL: 'warn', ...env };
    const child = spawn(process.execPath, ['--max-semi-space-size=8', ...flags, join(folder, 'dist/main.js')], { env: own, stdio: ['ignore', 'ignore', 'inherit'] });
    await answersSoon(port, '/health/live', child);
    return new OwnService(port, child);
  }

  get pid(): number {
    return this.child.pid!;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGTERM');
    await gone;
  }
}
