import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { TestGround } from '@unityplan/testing';
import { v7 } from 'uuid';
import { commandLine } from '../src/command-line.ts';

const source = join(import.meta.dirname, '..', 'src');

/** The environment of the pod of a test. */
function environmentOf({ cluster, databaseUrl }: Pick<TestGround, 'cluster' | 'databaseUrl'>): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '', DATABASE_URL: databaseUrl, POD_ID: 'dk', POD_SECRET: cluster.podSecret, ROLE_PREFIX: cluster.rolePrefix, PUBLIC_URL: 'http://{slug}.localhost:8080', LOG_LEVEL: 'warn',
  };
}

/** What came of a command. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, as `npm run territory` runs it in its own. */
export async function territory(ground: TestGround, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  const [out, err]: string[][] = [[], []];
  const code = await commandLine(args, { ...environmentOf(ground), ...env }, { print: (line) => out!.push(`${line}\n`), complain: (line) => err!.push(`${line}\n`) });
  return { code, out: out!.join(''), err: err!.join('') };
}

/** Runs the command in a process of its own. */
export function territoryProcess(ground: TestGround, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=@unityplan/source', join(source, 'cli.ts'), ...args], { env: environmentOf(ground) }, (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }));
  });
}

const children = new Set<ChildProcess>();

/** A process that a failed test does not leave behind: `endAll` after each test. */
function start(script: string, env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=@unityplan/source', script], { env, stdio: 'ignore' });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** The provisioner as a process of its own; stop it with `end`. */
export function provisioner(ground: TestGround, env: Record<string, string> = {}): ChildProcess {
  return start(join(source, 'provisioner.ts'), { ...environmentOf(ground), ...env });
}

/** For after each test: ends what still runs. */
export async function endAll(): Promise<void> {
  await Promise.all([...children].map((child) => end(child, 'SIGKILL')));
}

/** A process that carries out one order, and dies at a named place. */
export function killedAt(ground: TestGround, at: string, orderId: string): ChildProcess {
  return start(join(import.meta.dirname, 'killed-at.ts'), { ...environmentOf(ground), KILL_AT: at, ORDER_ID: orderId });
}

export function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

/** An order for a community, as the territory service records it. */
export async function order(ground: TestGround, territoryId: string, parent = 'DK', more: { database?: string } = {}): Promise<string> {
  const id = v7();
  await ground.query(
    `insert into global.territory_orders (id, territory, kind, name_en, name_da, parent_territory, default_language, database_name) values ($1, $2, 'community', $2, $2, $3, 'da', $4)`,
    [id, territoryId, parent, more.database ?? null]);
  return id;
}

/** Waits until `found` answers something, and answers it; throws after a while. */
export async function until<T>(found: () => Promise<T | undefined | false> | T | undefined | false, what: string, patienceMs = 45_000): Promise<T> {
  for (const end = performance.now() + patienceMs; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 25))) {
    const value = await found();
    if (value !== undefined && value !== false) return value;
  }
  throw new Error(`Waited in vain for ${what}`);
}
