import { forTests, removeState, startNats, startPostgres, type RunningNats, type RunningServer } from '@unityplan/servers';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { createDatabaseIfMissing, migrate, namesOf } from '@unityplan/territory';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { faultsIn } from './checker.ts';
import { Child } from './child.ts';
import { failPoints, type Fault } from './faults.ts';
import { NATS_ACCOUNT, POD, ROLES, TERRITORIES } from './setting.ts';

const migrations = join(import.meta.dirname, '../migrations');
const sources = [
  { owner: 'forum', dir: join(migrations, 'forum') }, { owner: 'notification', dir: join(migrations, 'notification') }, { owner: 'event' },
  { owner: 'messaging', kind: 'lib' as const, dir: join(import.meta.dirname, '../../../libs/messaging/migrations') },
];

/** Servers and fixture processes of one run: a writer, two relays and two consumers, of which one each is active. */
export class Rig {
  readonly children: Child[] = [];
  private readonly stateDir: string;
  private readonly postgres: RunningServer;
  private readonly nats: RunningNats;
  private readonly admin: pg.Pool;

  private constructor(stateDir: string, postgres: RunningServer, nats: RunningNats, adminUrl: string) {
    this.stateDir = stateDir;
    this.postgres = postgres;
    this.nats = nats;
    this.admin = new pg.Pool({ connectionString: adminUrl, max: 2, application_name: 'rig' });
    this.admin.on('error', () => undefined);
    for (const role of ['writer', 'relay', 'relay', 'consumer', 'consumer']) this.children.push(new Child(role, { databaseUrl: adminUrl, natsUrl: nats.url }));
  }

  static async start(): Promise<Rig> {
    const stateDir = mkdtempSync(join(tmpdir(), 'unityplan-faults-'));
    try {
      return await Rig.startIn(stateDir);
    } catch (error) {
      await removeState(stateDir);
      rmSync(stateDir, { recursive: true, force: true });
      throw error;
    }
  }

  private static async startIn(stateDir: string): Promise<Rig> {
    // fsync may be off: what is killed here is processes. Commits must be in the kernel's hands, though.
    const postgres = await startPostgres({ stateDir, port: 0, settings: { ...forTests, synchronous_commit: 'on' } });
    const nats = await startNats({ stateDir, port: 0, serverName: POD, domain: POD, accounts: [NATS_ACCOUNT], syncInterval: '2m' });
    const adminUrl = Object.assign(new URL(postgres.url), { pathname: `/unityplan_${POD}` }).href;
    await createDatabaseIfMissing(postgres.url, `unityplan_${POD}`);
    await migrate({ adminUrl, podId: POD, territories: TERRITORIES, sources, ...ROLES });
    const rig = new Rig(stateDir, postgres, nats, adminUrl);
    await Promise.all(rig.children.map((child) => child.ready)).catch(async (error: unknown) => {
      await rig.stop();
      throw error;
    });
    return rig;
  }

  /** Writes `events` while the fault happens, then waits until everything is done. Answers what the checker found. */
  async round(fault: Fault, events: number, random: () => number): Promise<string[]> {
    const [writer] = this.byRole('writer');
    await writer!.ready;
    const point = failPoints.find((one) => one.point === fault);
    const nth = 1 + Math.floor(random() * (fault === 'relay-before-mark' || fault === 'relay-after-mark' ? 3 : events / 2));
    if (point) for (const child of this.byRole(point.role)) child.send({ failPoint: `${fault}:${nth}` });
    const disarm = point && this.disarmAfterDeath(point.role);
    const written = writer!.written();
    writer!.send({ write: events });
    await sleep(random() * 120);
    if (!point) await this.blow(fault, random);
    await written;
    try {
      return await this.settle();
    } finally {
      disarm?.();
    }
  }

  /** Waits until all is sent and done, at most a minute, then checks the whole history. */
  async settle(): Promise<string[]> {
    const end = Date.now() + 60_000;
    for (;;) {
      const late = Date.now() > end;
      const left = await this.left().catch(() => undefined);
      // PostgreSQL may go down for its recovery only now: then nothing was checked yet.
      const found = left === 0 || late ? await this.check().catch((error: unknown) => (late ? Promise.reject(error as Error) : undefined)) : undefined;
      if (found) return found;
      await sleep(20);
    }
  }

  /** The same once the stream holds all of the outbox: its store may have gone after everything was handled, and then nobody waits for what fills it. */
  async filled(): ReturnType<Rig['sizes']> {
    for (const end = Date.now() + 60_000; ; await sleep(20)) {
      const late = Date.now() > end;
      const sizes = await this.sizes().catch((error: unknown) => (late ? Promise.reject(error as Error) : undefined));
      if (sizes && (late || sizes.stream >= sizes.outbox)) return sizes;
    }
  }

  /** Events that the stream holds, in its order, and rows of the outbox. */
  async sizes(): Promise<{ stream: number; outbox: number; inStream: { territory: string; aggregate: string; seq: number }[] }> {
    const nc = await connect({ servers: this.nats.url, user: NATS_ACCOUNT.user, pass: NATS_ACCOUNT.password });
    try {
      const name = `TERRITORY_${POD.toUpperCase()}`;
      const { state } = await (await jetstreamManager(nc)).streams.info(name);
      const inStream: { territory: string; aggregate: string; seq: number }[] = [];
      const consumer = await jetstream(nc).consumers.get(name, { headers_only: true });
      for (let left = state.messages, before = -1; left > 0 && left !== before; ) {
        before = left;
        for await (const { headers } of await consumer.fetch({ max_messages: Math.min(left, 500), expires: 2000 })) {
          inStream.push({ territory: headers!.get('up-territory'), aggregate: headers!.get('up-aggregate'), seq: Number(headers!.get('up-seq')) });
          left--;
        }
      }
      const { rows } = await this.admin.query<{ n: number }>('SELECT count(*)::int AS n FROM messaging.outbox');
      return { stream: state.messages, outbox: rows[0]!.n, inStream };
    } finally {
      await nc.close();
    }
  }

  deaths(): number {
    return this.children.reduce((sum, child) => sum + child.deaths, 0);
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
    await this.admin.end();
    await this.nats.stop();
    await this.postgres.stop();
    rmSync(this.stateDir, { recursive: true, force: true });
  }

  /** Active and standby are armed alike; when the active one has died, the other is to take over. */
  private disarmAfterDeath(role: string): () => void {
    const before = this.deaths();
    const timer = setInterval(() => {
      if (this.deaths() === before) return;
      clearInterval(timer);
      for (const child of this.byRole(role)) child.send({ failPoint: 'none' });
    }, 5);
    return () => {
      clearInterval(timer);
      for (const child of this.byRole(role)) child.send({ failPoint: 'none' });
    };
  }

  private byRole(role: string): Child[] {
    return this.children.filter((child) => child.role === role);
  }

  private async blow(fault: Fault, random: () => number): Promise<void> {
    if (fault === 'kill-writer') this.byRole('writer')[0]!.kill9();
    if (fault === 'kill-relay' || fault === 'kill-consumer') this.byRole(fault.slice(5))[Math.floor(random() * 2)]!.kill9();
    if (fault === 'kill-nats' || fault === 'delete-store') {
      this.nats.kill9();
      if (fault === 'delete-store') {
        await sleep(100);
        const store = join(this.stateDir, 'nats/jetstream');
        if (!existsSync(store)) throw new Error(`no JetStream store at ${store}`);
        rmSync(store, { recursive: true, force: true });
      }
      await sleep(random() * 500);
      await this.nats.restart();
    }
    if (fault === 'kill-backend') await this.killBackend();
  }

  /** kill -9 of one PostgreSQL backend of the pod: the whole cluster then recovers from its log. */
  private async killBackend(): Promise<void> {
    const { rows } = await this.admin.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND application_name <> 'rig' ORDER BY random() LIMIT 1`);
    if (rows[0]) process.kill(rows[0].pid, 'SIGKILL');
  }

  private async left(): Promise<number> {
    const effects = TERRITORIES.map((id) => `(SELECT count(*) FROM ${namesOf(id).schema}.effects)`).join(' + ');
    const { rows } = await this.admin.query<{ left: number }>(
      `SELECT ((SELECT count(*) FROM messaging.outbox WHERE sent_at IS NULL) + abs((SELECT count(*) FROM messaging.outbox) - (${effects})))::int AS left`);
    return rows[0]!.left;
  }

  private async check(): Promise<string[]> {
    const found: string[] = [];
    for (const territory of TERRITORIES) {
      const { schema } = namesOf(territory);
      const [written, outbox, effects] = await Promise.all([
        this.admin.query(`SELECT event_id AS "eventId", aggregate FROM ${schema}.written`),
        this.admin.query('SELECT event_id AS "eventId", aggregate, seq::float8 AS seq FROM messaging.outbox WHERE territory = $1 ORDER BY id', [territory]),
        this.admin.query(`SELECT event_id AS "eventId", aggregate, seq::float8 AS seq FROM ${schema}.effects ORDER BY n`),
      ]);
      found.push(...faultsIn({ territory, written: written.rows, outbox: outbox.rows, effects: effects.rows } as Parameters<typeof faultsIn>[0]));
    }
    return found;
  }
}
