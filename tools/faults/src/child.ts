import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Setting } from './setting.ts';

/** A fixture process that is started again whenever it dies. */
export class Child {
  private process!: ChildProcess;
  private stopping = false;
  deaths = 0;
  ready!: Promise<unknown>;
  readonly role: string;
  private readonly setting: Setting;

  constructor(role: string, setting: Setting) {
    this.role = role;
    this.setting = setting;
    this.start();
  }

  private start(): void {
    const child = fork(join(import.meta.dirname, 'fixture.ts'), [this.role], {
      env: { ...process.env, FAULTS_SETTING: JSON.stringify(this.setting) }, execArgv: ['--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.setMaxListeners(0); // one pair of listeners per round
    this.process = child;
    const died = once(child, 'exit').then(() => this.stopping || this.ready); // then its successor's readiness counts
    this.ready = Promise.race([once(child, 'message'), died]);
    this.ready.catch(() => undefined);
    child.on('error', () => undefined);
    child.once('exit', () => {
      if (this.stopping) return;
      this.deaths++;
      this.start();
    });
  }

  send(message: object): void {
    if (this.process.connected) this.process.send(message, () => undefined);
  }

  kill9(): void {
    this.process.kill('SIGKILL');
  }

  /** Resolves true on `written`, false when the process died before. */
  written(): Promise<boolean> {
    const child = this.process;
    return new Promise((resolve) => {
      child.once('exit', () => resolve(false));
      child.on('message', (message: { written?: boolean }) => message.written && resolve(true));
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }
}
