import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { forgetChild, rememberChild } from './leftovers.ts';
import { lastWords } from './sentence.ts';

/** A program the runner keeps alive. */
export interface ChildPlan {
  readonly name: string;
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stateDir: string;
  /** Each answers 200 once the child takes work; without any it counts as ready when it runs. */
  readonly readyUrls: readonly string[];
  /** Of Node, before the script. */
  readonly nodeArgs?: readonly string[];
}

const firstPauseMs = 250;
const longestPauseMs = 15_000;
// A child that stayed up this long was well: the next restart is quick again.
const healthyMs = 30_000;
const orderlyMs = 20_000;

/** Starts a child, waits until it is ready, and starts it again whenever it dies, with a growing pause. */
export class Child {
  readonly plan: ChildPlan;
  private process: ChildProcess | undefined;
  private stopping = false;
  private pauseMs = firstPauseMs;
  private readonly log: WriteStream;
  private readonly logFile: string;
  private said = '';
  private readonly tell: (line: string) => void;

  constructor(plan: ChildPlan, tell: (line: string) => void) {
    this.plan = plan;
    this.tell = tell;
    this.logFile = join(plan.stateDir, 'logs', `${plan.name}.log`);
    this.log = createWriteStream(this.logFile, { flags: 'a' });
    // A full disk must not take the runner with it: the service says by itself what it cannot do.
    this.log.on('error', () => undefined);
  }

  /** Rejects with one sentence and the last words when the child dies before it is ready, or is not ready in time. */
  async start(patienceMs = 60_000): Promise<void> {
    const child = this.spawn();
    const ended = await this.untilReady(child, patienceMs);
    if (ended === 'ready') return this.guard(child);
    const what = ended === 'ended' ? 'stopped while starting' : `is not ready after ${patienceMs / 1000} s`;
    throw new Error(`${this.plan.name} ${what}: ${lastWords(this.said)} (log: ${this.logFile})`);
  }

  /** Ends it in order, hard after a while; `hurry` asks for the hard way now. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.process;
    if (child && isRunning(child)) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const giveUp = setTimeout(() => child.kill('SIGKILL'), orderlyMs);
      await gone;
      clearTimeout(giveUp);
    }
    forgetChild(this.plan.stateDir, this.plan.name);
    if (!this.log.destroyed) await new Promise<void>((resolve) => this.log.end(() => resolve()));
  }

  hurry(): void {
    this.process?.kill('SIGKILL');
  }

  private spawn(): ChildProcess {
    const { name, script, env, stateDir, nodeArgs = [] } = this.plan;
    // Source maps of the bundle would cost 80 MiB at the first error; its names are readable as they are. A small young
    // generation keeps 50 MiB more away, for some more short collections.
    const args = ['--max-semi-space-size=8', ...nodeArgs, '--import', join(import.meta.dirname, 'leave-with-runner.ts'), script];
    // A group of its own: Ctrl-C reaches the runner alone, which then stops its children in order.
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
    child.once('error', (error) => (this.said += error.message));
    this.said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        this.log.write(part);
        this.said = (this.said + part.toString('utf8')).slice(-8_000);
      });
    if (child.pid !== undefined) rememberChild(stateDir, name, child.pid, script);
    this.process = child;
    return child;
  }

  private async untilReady(child: ChildProcess, patienceMs: number): Promise<'ready' | 'ended' | 'late'> {
    for (const until = performance.now() + patienceMs; performance.now() < until; await sleep(25)) {
      if (!isRunning(child)) {
        // Its last words may still be in the pipe.
        await sleep(50);
        return 'ended';
      }
      if ((await Promise.all(this.plan.readyUrls.map(answers))).every(Boolean)) return 'ready';
    }
    return 'late';
  }

  private guard(child: ChildProcess): void {
    const startedAt = performance.now();
    const again = (): void => {
      if (this.stopping) return;
      if (performance.now() - startedAt > healthyMs) this.pauseMs = firstPauseMs;
      this.tell(`died (${child.signalCode ?? lastWords(this.said)}); starting it again`);
      setTimeout(() => this.stopping || this.comeBack(), this.pauseMs);
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
    };
    if (isRunning(child)) child.once('exit', again);
    else again();
  }

  private comeBack(): void {
    const since = performance.now();
    const child = this.spawn();
    this.guard(child);
    void this.untilReady(child, 60_000).then((how) => {
      if (how === 'ready' && !this.stopping) this.tell(this.plan.readyUrls.length > 0 ? `is back after ${((performance.now() - since) / 1000).toFixed(1)} s` : 'runs again');
    });
  }
}

const isRunning = (child: ChildProcess): boolean => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}
