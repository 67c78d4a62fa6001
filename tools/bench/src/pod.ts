import { hkdfSync } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readServiceEnvironment, serverStatus } from '@unityplan/servers';
import { servicePorts, type ServiceName } from '@unityplan/service-kit/ports';
import { podDatabases, type PodDatabases } from '@unityplan/territory';
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
  /** Processes of services by name; `services` when one process runs them all. */
  readonly processes: ReadonlyMap<string, number>;
  private readonly runner: ChildProcess;
  private readonly pids: Record<'postgres' | 'nats' | 'redis', number>;
  private readonly postgresPort: number;

  private constructor(options: PodOptions, runner: ChildProcess, seconds: number, said: string) {
    this.port = options.port;
    this.state = options.state;
    this.seconds = seconds;
    this.built = /^\s*build\s+built /m.test(said);
    this.runner = runner;
    const servers = serverStatus(options.state);
    const pidOf = (name: string): number => servers.find(({ server }) => server === name)!.pid!;
    this.pids = { postgres: pidOf('postgres'), nats: pidOf('nats'), redis: pidOf('redis') };
    this.postgresPort = servers.find(({ server }) => server === 'postgres')!.port!;
    const found = allProcesses().filter(({ parent }) => parent === runner.pid).flatMap(({ pid }) => {
      const [, folder] = /(tools\/pod|apps\/[a-z-]+)\/dist\/main\.js/.exec(commandOf(pid)) ?? [];
      return folder ? [[folder === 'tools/pod' ? 'services' : folder.slice(5), pid] as const] : [];
    });
    if (found.length === 0) throw new Error('The processes of the services were not found');
    this.processes = new Map(found);
  }

  /** Resolves when the pod tells its address. */
  static async start(options: PodOptions): Promise<Pod> {
    const args = ['--conditions=@unityplan/source', join(root, 'tools/pod/src/start.ts'), '--state', options.state, '--port', String(options.port), ...(options.processes ? ['--processes'] : [])];
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

  /** The one process of all services. */
  get servicesPid(): number {
    return this.processes.get('services')!;
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

  /** What the gateway signs its statement about a call with, as hex: the service kit's deriveKey, which plain Node cannot import for the decorators beside it. */
  get contextKey(): string {
    return Buffer.from(hkdfSync('sha256', this.secret, 'unityplan', 'gateway context', 32)).toString('hex');
  }

  /** Where a service listens itself, behind the gateway. */
  portOf(service: ServiceName): number {
    return this.port + servicePorts[service] - servicePorts['api-gateway'];
  }

  /** CPU time of the service process, and of each server with everything it started (PostgreSQL: all its backends). */
  cpu(): PodCpu {
    const all = allProcesses();
    const of = (pid: number): number => familyCpuMs(pid, all);
    const services = [...this.processes.values()].reduce((sum, pid) => sum + of(pid), 0);
    return { services, postgres: of(this.pids.postgres), nats: of(this.pids.nats), redis: of(this.pids.redis) };
  }

  /** How a service signs in to its territory's data. */
  database(service: string): pg.ClientConfig {
    return this.databases.connection('DK', service);
  }

  /** How the pod's administrator signs in to its database. */
  get administrator(): pg.ClientConfig {
    return { connectionString: readServiceEnvironment(this.state)['DATABASE_URL']! };
  }

  /** The pod's connection book: who signs in as what. */
  get databases(): PodDatabases {
    return podDatabases(this.book);
  }

  /** What the connection book is made of, for other processes. */
  get book(): { podId: string; databaseUrl: string; roleSecret: string } {
    return { podId: 'dk', databaseUrl: `postgres://nobody@127.0.0.1:${this.postgresPort}`, roleSecret: this.secret };
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
  /** A process per service instead of one for all. */
  readonly processes?: boolean;
}

/** Adds settings to PostgreSQL's configuration, from its next start on. */
export function settingsOfPostgres(state: string, settings: Readonly<Record<string, string>>): void {
  const note = join(state, 'postgres', 'data-is-in');
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(state, 'postgres');
  appendFileSync(join(home, 'data', 'postgresql.conf'), Object.entries(settings).map(([name, value]) => `\n${name} = '${value}'\n`).join(''));
}

/** Lets PostgreSQL remember when each transaction was committed; nothing of the product changes. */
export function rememberCommitTimes(state: string): void {
  settingsOfPostgres(state, { track_commit_timestamp: 'on' });
}
