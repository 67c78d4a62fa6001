import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serverStatus } from '@unityplan/servers';
import { podDatabases } from '@unityplan/territory';
import type pg from 'pg';
import { allProcesses, commandOf, familyCpuMs } from './proc.ts';

export const root = resolve(import.meta.dirname, '../../..');

/** CPU milliseconds so far, by part of the pod. */
export interface PodCpu {
  readonly services: number;
  readonly postgres: number;
  readonly nats: number;
  readonly redis: number;
}

/** A running pod of our own. */
export class Pod {
  readonly port: number;
  readonly state: string;
  /** From the command to the address being told. */
  readonly seconds: number;
  /** Something had to be built first, because sources had changed. */
  readonly built: boolean;
  readonly servicesPid: number;
  private readonly runner: ChildProcess;
  private readonly pids: Record<'postgres' | 'nats' | 'redis', number>;
  private readonly postgresPort: number;

  private constructor(options: PodOptions, runner: ChildProcess, seconds: number, said: string) {
    this.port = options.port;
    this.state = options.state;
    this.seconds = seconds;
    this.built = said.includes('Built ');
    this.runner = runner;
    const servers = serverStatus(options.state);
    const pidOf = (name: string): number => servers.find(({ server }) => server === name)!.pid!;
    this.pids = { postgres: pidOf('postgres'), nats: pidOf('nats'), redis: pidOf('redis') };
    this.postgresPort = servers.find(({ server }) => server === 'postgres')!.port!;
    const services = allProcesses().find(({ pid, parent }) => parent === runner.pid && commandOf(pid).includes('tools/pod/dist/main.js'));
    if (!services) throw new Error('The process of the services was not found');
    this.servicesPid = services.pid;
  }

  /** Resolves when the pod tells its address. */
  static async start(options: PodOptions): Promise<Pod> {
    const args = ['--conditions=@unityplan/source', join(root, 'tools/pod/src/start.ts'), '--state', options.state, '--port', String(options.port)];
    const startedAt = performance.now();
    const runner = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env } });
    let said = '';
    await new Promise<void>((ready, failed) => {
      const hear = (part: Buffer): void => {
        said += part.toString('utf8');
        if (said.includes('ready after')) ready();
      };
      runner.stdout.on('data', hear);
      runner.stderr.on('data', hear);
      runner.once('exit', () => failed(new Error(`The pod did not start:\n${said}`)));
    });
    return new Pod(options, runner, (performance.now() - startedAt) / 1000, said);
  }

  get runnerPid(): number {
    return this.runner.pid!;
  }
  get serverPids(): number[] {
    return Object.values(this.pids);
  }
  get host(): string {
    return `dk.localhost:${this.port}`;
  }
  get url(): string {
    return `http://${this.host}`;
  }
  get secret(): string {
    return (JSON.parse(readFileSync(join(this.state, 'secrets.json'), 'utf8')) as { podSecret: string }).podSecret;
  }

  /** CPU time of the service process, and of each server with everything it started (PostgreSQL: all its backends). */
  cpu(): PodCpu {
    const all = allProcesses();
    const of = (pid: number): number => familyCpuMs(pid, all);
    return { services: of(this.servicesPid), postgres: of(this.pids.postgres), nats: of(this.pids.nats), redis: of(this.pids.redis) };
  }

  /** How a service signs in to its territory's data. */
  database(service: string): pg.ClientConfig {
    const databaseUrl = `postgres://nobody@127.0.0.1:${this.postgresPort}`;
    return podDatabases({ podId: 'dk', databaseUrl, roleSecret: this.secret }).connection('DK', service);
  }

  /** Waits until nothing is left to be done: less than a fifth of a core for a second. Answers whether that came in time. */
  async quiet(patienceMs = 120_000): Promise<boolean> {
    const until = performance.now() + patienceMs;
    while (performance.now() < until) {
      const before = this.cpu();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const after = this.cpu();
      if (after.services + after.postgres - before.services - before.postgres < 200) return true;
    }
    return false;
  }

  async stop(): Promise<void> {
    if (this.runner.exitCode !== null || this.runner.signalCode !== null) return;
    const gone = new Promise((done) => this.runner.once('exit', done));
    this.runner.kill('SIGTERM');
    await gone;
  }
}

export interface PodOptions {
  readonly port: number;
  readonly state: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Lets PostgreSQL remember when each transaction was committed, from its next start on; nothing of the product changes. */
export function rememberCommitTimes(state: string): void {
  const note = join(state, 'postgres', 'data-is-in');
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(state, 'postgres');
  appendFileSync(join(home, 'data', 'postgresql.conf'), '\ntrack_commit_timestamp = on\n');
}
