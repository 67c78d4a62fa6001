import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log, RunningServer, ServerExit, ServerName } from '../types.ts';
import { titles } from '../types.ts';
import { explain } from '../errors.ts';
import { withFolderLock } from './folder-lock.ts';
import { identify, isOurs, signalOurs } from './identity.ts';
import { beginLog, lastFailure } from './log-tail.ts';
import { readLivePidRecord, writePidRecord } from './pid-file.ts';
import type { PidRecord } from './pid-file.ts';
import type { Launch, Ports, ServerPlan } from './plan.ts';
import { freePort } from './ports.ts';
import { needPort, spawnServer, startFailure, waitReady } from './spawn-server.ts';
import { stopRecorded } from './stop.ts';

/** One server process, started or adopted. */
export class ServerProcess implements RunningServer {
  readonly name: ServerName;
  readonly version: string;
  readonly logFile: string;
  adopted = false;
  private readonly plan: ServerPlan;
  private readonly listeners: ((exit: ServerExit) => void)[] = [];
  private ports: Ports;
  private record: PidRecord | undefined;
  private launch: Launch | undefined;
  private logStart = 0;
  private stopping = false;
  private howItEnded: string | undefined;

  private constructor(plan: ServerPlan) {
    this.plan = plan;
    this.name = plan.server;
    this.version = plan.version;
    this.ports = plan.ports;
    this.logFile = join(plan.stateDir, plan.server, 'server.log');
  }

  /** Adopts the server an earlier run left in this state folder, or starts it. Two runs at once get the same server. */
  static async open(plan: ServerPlan, log: Log): Promise<ServerProcess> {
    const server = new ServerProcess(plan);
    const folder = join(plan.stateDir, plan.server);
    try {
      mkdirSync(folder, { recursive: true });
      await withFolderLock(join(folder, 'start.lock'), async () => {
        if (!(await server.adopt(log))) await server.startOnSomePort(log);
      });
    } catch (error) {
      throw explain(plan.server, `starting ${titles[plan.server]}`, error);
    }
    return server;
  }

  get pid(): number {
    return this.record?.pid ?? 0;
  }

  get url(): string {
    return this.launch?.url ?? '';
  }

  get port(): number {
    return this.ports.main;
  }

  /** A further port by name, such as the monitoring port of NATS. */
  portOf(name: string): number {
    return this.ports[name] ?? 0;
  }

  onExit(listener: (exit: ServerExit) => void): void {
    this.listeners.push(listener);
  }

  async stop(): Promise<void> {
    if (!this.record) return;
    this.stopping = true;
    await stopRecorded(this.plan.stateDir, this.record);
  }

  kill9(): void {
    if (this.record) signalOurs(this.record, 'SIGKILL');
  }

  async restart(): Promise<void> {
    await this.stop();
    await withFolderLock(join(this.plan.stateDir, this.name, 'start.lock'), () => this.start(5_000));
  }

  private async adopt(log: Log): Promise<boolean> {
    const record = readLivePidRecord(this.plan.stateDir, this.name);
    if (!record) return false;
    const ports = { ...record.ports, main: record.port } as Ports;
    const asked = Object.entries(this.plan.ports).every(([name, port]) => port === 0 || ports[name] === port);
    if (asked && record.settings === this.fingerprint()) {
      this.launch = await this.plan.prepare(ports, true);
      try {
        await waitReady(this.name, this.launch, () => !isOurs(record), this.logFile, (this.logStart = beginLog(this.logFile)));
        this.ports = ports;
        this.adopted = true;
        this.watch(record);
        log(`${titles[this.name]} is still running (process ${record.pid}); using it`);
        return true;
      } catch (error) {
        log(`${titles[this.name]} (process ${record.pid}) does not answer and is started again: ${(error as Error).message}`);
      }
    } else {
      log(`${titles[this.name]} is running with other settings and is started again`);
    }
    await stopRecorded(this.plan.stateDir, record);
    return false;
  }

  /** Between choosing a free port and listening on it somebody else may take it: then another one is chosen. */
  private async startOnSomePort(log: Log): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const chosen: [string, number][] = [];
        for (const [name, port] of Object.entries(this.plan.ports)) chosen.push([name, port === 0 ? await freePort() : port]);
        this.ports = Object.fromEntries(chosen) as Ports;
        await this.start(0);
        log(`${titles[this.name]} ${this.version} is ready on port ${this.port} (process ${this.pid})`);
        return;
      } catch (error) {
        const collision = /already taken|already in use|bind|TCP.IP sockets/i.test((error as Error).message);
        if (!collision || attempt === 3 || !Object.values(this.plan.ports).includes(0)) throw error;
      }
    }
  }

  private async start(portPatienceMs: number): Promise<void> {
    const retryUntil = Date.now() + 15_000;
    for (;;) {
      for (const port of Object.values(this.ports)) await needPort(this.name, port, portPatienceMs);
      this.launch = await this.plan.prepare(this.ports, false);
      try {
        await this.startOnce(this.launch);
        return;
      } catch (error) {
        if (!this.launch.passing?.test((error as Error).message) || Date.now() > retryUntil) throw error;
        await sleep(200);
      }
    }
  }

  private async startOnce(launch: Launch): Promise<void> {
    this.logStart = beginLog(this.logFile);
    this.stopping = false;
    this.adopted = false;
    this.howItEnded = undefined;
    const child = await spawnServer(this.name, launch, this.logFile);
    let ended = false;
    child.once('exit', (code, signal) => {
      ended = true;
      this.howItEnded = signal ? `was killed by ${signal}` : `ended with code ${code}`;
    });
    const identity = identify(child.pid, launch.marker);
    if (!identity) throw startFailure(this.name, this.logFile, this.logStart);
    const { main, ...others } = this.ports;
    const record: PidRecord = { ...identity, server: this.name, version: this.version, port: main, settings: this.fingerprint(), ports: others };
    writePidRecord(this.plan.stateDir, record);
    try {
      await waitReady(this.name, launch, () => ended, this.logFile, this.logStart);
    } catch (error) {
      await stopRecorded(this.plan.stateDir, record);
      throw error;
    }
    this.watch(record);
  }

  /** Looks for the end of the process by /proc, which works the same for a child and for an adopted server. */
  private watch(record: PidRecord): void {
    this.record = record;
    const timer = setInterval(() => {
      if (isOurs(record)) return;
      clearInterval(timer);
      this.ended();
    }, 200);
    timer.unref();
  }

  private ended(): void {
    const failure = lastFailure(this.logFile, this.logStart);
    const how = this.stopping ? 'has stopped' : `${this.howItEnded ?? 'has ended or was killed'}${failure ? `: ${failure}` : ''} (log: ${this.logFile})`;
    for (const listener of this.listeners) listener({ expected: this.stopping, sentence: `${titles[this.name]} ${how}.` });
  }

  private fingerprint(): string {
    return createHash('sha256').update(JSON.stringify([this.version, this.plan.settings])).digest('hex').slice(0, 16);
  }
}
