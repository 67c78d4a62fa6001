import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';

/** A program the runner keeps alive. */
export interface ChildPlan {
  readonly name: string;
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Answers 200 once the child takes work. */
  readonly readyUrl: string;
}

const firstPauseMs = 250;
const longestPauseMs = 15_000;
// A child that stayed up this long was well: the next restart is quick again.
const healthyMs = 30_000;

/** Starts a child, waits until it is ready, and starts it again whenever it dies, with a growing pause. */
export class Child {
  readonly plan: ChildPlan;
  private process: ChildProcess | undefined;
  private stopping = false;
  private pauseMs = firstPauseMs;
  private readonly log: WriteStream;
  private lastLines: string[] = [];
  private readonly tell: (line: string) => void;

  constructor(plan: ChildPlan, tell: (line: string) => void) {
    this.plan = plan;
    this.tell = tell;
    this.log = createWriteStream(plan.logFile, { flags: 'a' });
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Rejects with one sentence and the last log line when the child dies before it is ready, or is not ready in time. */
  async start(patienceMs = 60_000): Promise<void> {
    const child = this.spawn();
    let exited = false;
    child.once('exit', () => (exited = true));
    const until = performance.now() + patienceMs;
    while (performance.now() < until) {
      if (exited) throw new Error(`${this.plan.name} stopped while starting: ${this.lastWord()} (log: ${this.plan.logFile})`);
      if (await answers(this.plan.readyUrl)) return this.guard(child);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`${this.plan.name} is not ready after ${patienceMs / 1000} s: ${this.lastWord()} (log: ${this.plan.logFile})`);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.process;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const giveUp = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await gone;
      clearTimeout(giveUp);
    }
    await new Promise<void>((resolve) => this.log.end(() => resolve()));
  }

  private spawn(): ChildProcess {
    const { script, env } = this.plan;
    // A group of its own: Ctrl-C reaches the runner alone, which then stops its children in order.
    const child = spawn(process.execPath, ['--enable-source-maps', script], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        this.log.write(part);
        this.lastLines = [...this.lastLines, ...part.toString('utf8').split('\n').filter((line) => line.trim())].slice(-5);
      });
    this.process = child;
    return child;
  }

  private guard(child: ChildProcess): void {
    const startedAt = performance.now();
    const again = (): void => {
      if (this.stopping) return;
      if (performance.now() - startedAt > healthyMs) this.pauseMs = firstPauseMs;
      this.tell(`${this.plan.name} died (${this.lastWord()}); starting it again`);
      setTimeout(() => {
        if (!this.stopping) this.guard(this.spawn());
      }, this.pauseMs);
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
    };
    if (child.exitCode !== null || child.signalCode !== null) again();
    else child.once('exit', again);
  }

  private lastWord(): string {
    const line = this.lastLines.findLast((text) => /error|cannot|refused|fail/i.test(text)) ?? this.lastLines.at(-1) ?? 'it said nothing';
    return line.trim().slice(0, 300);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}
