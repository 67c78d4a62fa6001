/** A small pod of its own: a database with two territories and the messaging tables, a NATS server, and role prefix. */
import { removeState, startNats, startTogether, type RunningNats } from '@unityplan/servers';
import {
  ConnectionBudget, createDatabaseIfMissing, createTerritoryDb, inMemoryRegistry, migrate, podDatabases, REFERENCE_TERRITORIES, type PodDatabases, type TerritoryDb,
} from '@unityplan/territory';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Leases, NatsLink, Relay, type Log, type RelayOptions } from '../../src/index.ts';

const TERRITORIES = ['DK', 'HAIDA-FN-CA'];
const here = import.meta.dirname;
const sources = [
  { owner: 'forum' }, { owner: 'user' }, { owner: 'event' },
  { owner: 'notification', dir: join(here, '../fixtures/notification') },
  { owner: 'messaging', kind: 'lib' as const, dir: join(here, '../../migrations') },
];

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests ask for whatever table they like
export type AnyDb = TerritoryDb<any>;

export interface Pod {
  readonly databases: PodDatabases;
  /** Superuser, for looking. */
  readonly admin: pg.Pool;
  /** The same for the database of those that live apart. */
  readonly own: pg.Pool;
  readonly nats: RunningNats;
  db(service: string): AnyDb;
  link(name?: string): Promise<NatsLink>;
  leases(service?: string): Leases;
  relay(options?: Partial<RelayOptions>): Promise<Relay>;
  /** Closes what the calls above opened, in the reverse order. */
  closeAll(): Promise<void>;
  drop(): Promise<void>;
}

export const log: Log = process.env['DEBUG_LOG']
  ? { info: (f, t) => console.log('info', t, f), warn: (f, t) => console.log('warn', t, f), error: (f, t) => console.log('error', t, f) }
  : { info: () => undefined, warn: () => undefined, error: () => undefined };

const account = { name: 'POD', user: 'pod', password: 'pod', jetstream: true };

/** `apart`: territories in a second database, which `own` looks into. */
export async function startPod({ apart = [] }: { apart?: readonly string[] } = {}): Promise<Pod> {
  const run = randomBytes(4).toString('hex');
  const base = process.env['TEST_PG_ADMIN_URL']!;
  const name = `unityplan_m_${run}`;
  const names = apart.length > 0 ? [name, `${name}_own`] : [name];
  for (const one of names) await createDatabaseIfMissing(base, one);
  const urls = names.map((one) => Object.assign(new URL(base), { pathname: `/${one}` }).href);
  const adminUrl = urls[0]!;
  const rolePrefix = `m${run}_`;
  const roleSecret = 'a secret of the messaging tests';
  const stateDir = mkdtempSync(join(tmpdir(), 'unityplan-nats-'));
  const [nats] = await startTogether([
    startNats({ stateDir, port: 0, serverName: 'dk', domain: 'dk', accounts: [account], syncInterval: '2m' }),
    (async () => {
      for (const [n, url] of urls.entries()) await migrate({ adminUrl: url, podId: 'dk', territories: TERRITORIES.filter((id) => apart.includes(id) === (n === 1)), sources, rolePrefix, roleSecret });
    })(),
  ]).catch(async (error: unknown) => {
    await removeState(stateDir);
    throw error;
  });
  const databases = podDatabases({ podId: 'dk', databaseUrl: adminUrl, rolePrefix, roleSecret, territoryDatabases: Object.fromEntries(apart.map((id) => [id, `${name}_own`])) });
  const registry = inMemoryRegistry(REFERENCE_TERRITORIES.map((one) => (TERRITORIES.includes(one.id) ? { ...one, status: 'active', podId: 'dk' } : one)));
  const [admin, own] = [adminUrl, urls.at(-1)!].map((connectionString) => new pg.Pool({ connectionString, max: 6 }).on('error', () => undefined)) as [pg.Pool, pg.Pool];
  const open: (() => Promise<unknown>)[] = [];
  const opened = <T>(thing: T, close: (thing: T) => Promise<unknown>): T => {
    open.push(() => close(thing));
    return thing;
  };
  const pod: Pod = {
    databases, admin, own, nats,
    db: (service) => opened(createTerritoryDb({ service, databases, registry, budget: new ConnectionBudget() }), (db) => db.close()),
    link: async (linkName = 'test') => {
      const link = opened(new NatsLink({ url: nats.url, user: account.user, password: account.password, name: linkName, log }), (one) => one.drain());
      await link.connect();
      return link;
    },
    leases: (service = 'event') => opened(new Leases({ connection: databases.connection('global', service), pollMs: 200, log }), (one) => one.close()),
    relay: async (options = {}) => {
      const pool = opened(new pg.Pool({ ...databases.connection('global', 'event'), max: 2 }), (one) => one.end());
      pool.on('error', () => undefined);
      const relay = new Relay({ pod: 'dk', link: await pod.link('relay'), leases: pod.leases(), database: pool, log, ...options });
      open.push(() => relay.stop());
      relay.start();
      return relay;
    },
    closeAll: async () => {
      for (const close of open.splice(0).reverse()) await close();
    },
    drop: async () => {
      await pod.closeAll();
      await Promise.all([admin.end(), own.end()]);
      await nats.stop();
      rmSync(stateDir, { recursive: true, force: true });
      const client = new pg.Client({ connectionString: base });
      await client.connect();
      for (const one of names) await client.query(`DROP DATABASE ${one} WITH (FORCE)`);
      const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE starts_with(rolname, $1)', [rolePrefix]);
      for (const { rolname } of rows) await client.query(`DROP ROLE ${pg.escapeIdentifier(rolname)}`);
      await client.end();
    },
  };
  return pod;
}

/** Waits until `probe` answers something true. */
export async function until<T>(probe: () => T | Promise<T>, ms = 20_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + ms; ; ) {
    const value = await probe();
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for ${probe.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
