import { join } from 'node:path';
import { podDatabases } from '@unityplan/territory';
import { environmentText, findServers, serviceEnvironmentFile, writePrivate } from '@unityplan/servers';
import type { ServiceName } from '@unityplan/service-kit/ports';
import { buildPod } from './build-pod.ts';
import { claimServers } from './claims/claim-servers.ts';
import { thisRun, type Claim } from './claims/holder.ts';
import { Child } from './children.ts';
import { askedConnections, shareConnections, wishAlone, wishTogether, type AskedConnections, type ConnectionShares } from './connections.ts';
import { inheritedEnvironment, podEnvironment, portOf, serviceNames } from './environment.ts';
import { endLeftovers } from './leftovers.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import type { StartOptions } from './options.ts';
import { isRoutine, startPodServers, type PodServers } from './pod-servers.ts';
import { ownDatabases, podPlans, type PodPlan } from './pods.ts';
import { keepPodSettings } from './pod-settings.ts';
import { refuseTakenPorts } from './ports.ts';
import { prepareDatabases, type PreparedDatabases } from './prepare-databases.ts';
import type { Progress, Step } from './progress.ts';
import { claimState, leaveState } from './runner.ts';
import { keepSecrets, type PodSecrets } from './secrets.ts';

/** One run of a pod, from nothing to ready and back. */
export class PodRun {
  readonly pod: PodPlan;
  /** What the registry says this pod has; known once it has started. */
  territories: PreparedDatabases['territories'] = [];
  private readonly services: readonly ServiceName[];
  private readonly aborted = new AbortController();
  private starting: Promise<void> | undefined;
  private stopping: Promise<void> | undefined;
  private claimed = false;
  private servers: PodServers | undefined;
  private mailbox: Mailbox | undefined;
  private claim: Claim | undefined;
  private children: Child[] = [];
  private readonly root: string;
  private readonly stateDir: string;
  private readonly options: StartOptions;
  private readonly progress: Progress;

  constructor(root: string, stateDir: string, options: StartOptions, progress: Progress) {
    this.root = root;
    this.stateDir = stateDir;
    this.options = options;
    this.progress = progress;
    this.pod = podPlans[options.pod]!;
    this.services = serviceNames.filter((name) => !options.without.includes(name));
  }

  /** Rejects with one sentence, after everything that was started has stopped. */
  async start(): Promise<void> {
    this.starting = this.bringUp();
    try {
      await this.starting;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Stops in order: the door, the other services, the mailbox, the servers. May come at any moment of a start. */
  stop(): Promise<void> {
    this.aborted.abort(new Error('stopped'));
    return (this.stopping ??= this.takeDown());
  }

  /** For who asks a second time: services are killed; servers still stop in order, for they hold the data. */
  hurry(): void {
    for (const child of this.children) child.hurry();
  }

  private async takeDown(): Promise<void> {
    for (const child of this.children.filter(({ plan }) => plan.name === 'api-gateway')) await child.stop();
    await Promise.all(this.children.map((child) => child.stop()));
    // A step under way ends by itself soon; what it started must be known before it can be stopped.
    await this.starting?.catch(() => undefined);
    await Promise.all(this.children.map((child) => child.stop()));
    await this.mailbox?.close();
    await this.claim?.release();
    await this.servers?.stop();
    if (this.claimed) leaveState(this.stateDir);
  }

  private async bringUp(): Promise<void> {
    const { stateDir, options, pod } = this;
    await claimState(stateDir, { port: options.port, pod: options.pod, without: options.without });
    this.claimed = true;
    const own = ownDatabases(pod, keepPodSettings(stateDir, options.pod, options.databases).databases);
    const asked = askedConnections(process.env);
    const secrets = keepSecrets(join(stateDir, 'secrets.json'));
    const ended = await endLeftovers(stateDir);
    if (ended.length) this.progress.line('leftovers', `ended ${ended.join(', ')} of a run that was killed`);
    const command = `npm start --${options.pod === 'denmark' ? '' : ` --pod ${options.pod}`}`;
    await refuseTakenPorts({ services: this.services, port: options.port, stateDir, root: this.root, command });
    // Both to their end, also when one fails: what still starts would be left running.
    const outcomes = await Promise.allSettled([this.build(), this.startServers(secrets, asked)]);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    this.aborted.signal.throwIfAborted();
    const shares = await this.prepareDatabases(secrets, own, asked);
    this.aborted.signal.throwIfAborted();
    this.mailbox = await openMailbox(join(stateDir, 'mail'));
    await this.startServices(secrets, own, shares);
  }

  private async build(): Promise<void> {
    if (!this.options.build || this.services.length === 0) return;
    const wish = { processes: this.options.processes, services: this.services };
    await this.step('build', 'looking', (step) => buildPod(this.root, wish, (what) => step.doing(what), this.aborted.signal), (result) => result);
  }

  private startServers(secrets: PodSecrets, { ofServer }: AskedConnections): Promise<unknown> {
    return this.step('servers', 'finding PostgreSQL, NATS and Redis', async (step) => {
      const log = (line: string): void => {
        if (!isRoutine(line)) this.progress.line('servers', line);
      };
      const found = await orAborted(findServers({ log }), this.aborted.signal);
      step.doing('starting PostgreSQL, NATS and Redis');
      this.servers = await startPodServers(found, { stateDir: this.stateDir, pod: this.pod, secrets, maxConnections: ofServer, env: process.env, log });
    }, () => this.servers!.summary);
  }

  /** Migrates, and sees that all processes together fit into the servers, before one of them starts. */
  private prepareDatabases(secrets: PodSecrets, territoryDatabases: Readonly<Record<string, string>>, { perProcess }: AskedConnections): Promise<ConnectionShares> {
    const { rolePrefix } = this.servers!;
    const databases = podDatabases({ podId: this.pod.id, databaseUrl: this.servers!.databaseUrl, territoryDatabases, roleSecret: secrets.podSecret, ...(rolePrefix ? { rolePrefix } : {}) });
    const count = databases.list().length;
    let applied = 0;
    return this.step('databases', 'migrating', async (step) => {
      this.claim = await claimServers(this.servers!, databases, thisRun(this.options.pod, this.stateDir), (line) => this.progress.line('servers', line));
      const prepared = await prepareDatabases(this.root, this.pod, databases, secrets.podSecret, (what) => step.doing(what));
      ({ applied } = prepared);
      this.territories = prepared.territories;
      return shareConnections(this.holders(), prepared.servers.map((server) => ({ ...server, ours: !this.servers!.foreign.postgres })), perProcess);
    }, ({ atMost, allowed }) => `${count > 1 ? `${count}, ` : ''}${applied ? `${applied} migrations applied` : 'up to date'}; at most ${atMost} of ${allowed} connections`);
  }

  /** Processes that hold database connections; one that is left out here will be served on its own. */
  private holders(): { name: string; wish: number }[] {
    const alone = (this.options.processes ? serviceNames : this.options.without).map((name) => ({ name, wish: wishAlone }));
    return this.options.processes || this.services.length === 0 ? alone : [{ name: 'pod', wish: wishTogether }, ...alone];
  }

  private async startServices(secrets: PodSecrets, ownDatabases: Readonly<Record<string, string>>, shares: ConnectionShares): Promise<void> {
    const { options, stateDir } = this;
    const addresses = { ...this.servers!, smtpUrl: this.mailbox!.smtpUrl, mailboxUrl: this.mailbox!.url };
    const data = { territories: this.territories.map(({ id }) => id), ownDatabases };
    const env = podEnvironment({ root: this.root, stateDir }, this.pod, data, options.port, addresses, secrets);
    const limit = (name: string): string => String(shares.limits[name] ?? wishAlone);
    writePrivate(serviceEnvironmentFile(stateDir), environmentText({ ...env, CONNECTION_LIMIT: limit(options.without[0] ?? '') }));
    const shared = { ...inheritedEnvironment(process.env), ...env, NODE_COMPILE_CACHE: join(this.root, 'node_modules', '.cache', 'compile') };
    const child = (name: string, script: string, services: readonly ServiceName[], more: NodeJS.ProcessEnv = {}): Child => {
      const readyUrls = services.map((service) => `http://127.0.0.1:${portOf(service, options.port)}/health/ready`);
      const plan = { name, script: join(this.root, script), env: { ...shared, CONNECTION_LIMIT: limit(name), ...more }, stateDir, readyUrls };
      return new Child(plan, (line) => this.progress.line(name, line));
    };
    if (this.services.length === 0) return;
    this.children = options.processes
      ? this.services.map((service) => child(service, `apps/${service}/dist/main.js`, [service]))
      : [child('pod', 'tools/pod/dist/main.js', this.services, { WITHOUT: options.without.join(',') })];
    // Beside them in any case: it alone works with the administrator's rights.
    const provisioner = { name: 'provisioner', script: join(this.root, 'tools/territory/src/provisioner.ts'), nodeArgs: ['--conditions=@unityplan/source'], env: shared, stateDir, readyUrls: [] };
    this.children.push(new Child(provisioner, (line) => this.progress.line('provisioner', line)));
    const what = `${this.services.length} ${options.processes ? 'processes' : 'in one process'}`;
    await this.step('services', `starting ${what}`, async () => {
      const starts = this.children.map((one) => one.start());
      // The first that fails is the reason; the others are stopped by `stop`.
      await Promise.all(starts);
    }, () => `${what}${options.without.length ? `, without ${options.without.join(', ')}` : ''}`);
    this.aborted.signal.throwIfAborted();
  }

  private async step<T>(name: string, what: string, work: (step: Step) => Promise<T>, result: (value: T) => string): Promise<T> {
    const step = this.progress.begin(name, what);
    try {
      const value = await work(step);
      step.done(result(value));
      return value;
    } catch (error) {
      step.dropped();
      throw error;
    }
  }
}

/** For a search that cannot be ended: it has nothing that would need stopping. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
