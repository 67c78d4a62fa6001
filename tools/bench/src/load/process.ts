import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { CrowdJob, CrowdState, Job, LoadResult, PressureJob, PressureResult } from './jobs.ts';

/** A process that does one job after the other. */
export class LoadProcess {
  private readonly child: ChildProcess;
  constructor() {
    this.child = fork(join(import.meta.dirname, 'client.ts'), { execArgv: ['--conditions=@unityplan/source'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Throws the job's failure, or the first of its parts' when more than one in a hundred failed. */
  async run(job: Exclude<Job, { kind: 'serve' }>): Promise<LoadResult> {
    const result = await this.ask<LoadResult>(job);
    if (result.failed > result.done / 100) throw new Error(`${result.failed} of ${result.failed + result.done} failed, the first with: ${result.failure}`);
    return result;
  }

  /** The same, but failures are for the caller to count. */
  tryAll(job: Exclude<Job, { kind: 'serve' }>): Promise<LoadResult> {
    return this.ask(job);
  }

  /** Asks faster than can be answered. */
  pressure(job: PressureJob): Promise<PressureResult> {
    return this.ask(job);
  }

  /** Has the crowd of this process do something. */
  crowd(job: CrowdJob): Promise<CrowdState> {
    return this.ask(job);
  }

  /** Starts the bare server; it runs as long as this process. */
  serve(job: Extract<Job, { kind: 'serve' }>): Promise<{ port: number }> {
    return this.ask(job);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGTERM');
    await gone;
  }

  private ask<T>(job: Job | CrowdJob | PressureJob): Promise<T> {
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('The load process ended'));
      this.child.once('exit', ended);
      this.child.once('message', (said: { result?: T; error?: string }) => {
        this.child.off('exit', ended);
        if (said.error === undefined) resolve(said.result as T);
        else reject(new Error(said.error));
      });
      this.child.send(job);
    });
  }
}
