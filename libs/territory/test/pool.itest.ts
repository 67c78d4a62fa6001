import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConnectionBudget, REFERENCE_TERRITORIES, type TerritoryDb } from '../src/index.ts';
import { TerritoryPools } from '../src/territory-pools.ts';
import { migratedPod, openDb, type TestPod } from './pod.ts';

const IDS = REFERENCE_TERRITORIES.filter(({ kind }) => kind === 'country').slice(0, 24).map(({ id }) => id);
let pod: TestPod;
beforeAll(async () => {
  pod = await migratedPod(IDS);
});
afterAll(() => pod.drop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Db = TerritoryDb<any>;
const work = (db: Db, id: string, ms = 0): Promise<string> =>
  db.read(id, async (reader) => (await sql<{ schema: string }>`select current_schema() as schema, pg_sleep(${ms / 1000})`.execute(reader)).rows[0]!.schema);
const backends = async (): Promise<number> => {
  const { rows } = await pod.admin.query<{ n: number }>('select count(*)::int as n from pg_stat_activity where starts_with(usename, $1)', [pod.rolePrefix]);
  return rows[0]!.n;
};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('pools', () => {
  it('never end under a live request while pools are evicted, swept and squeezed by the budget', async () => {
    const budget = new ConnectionBudget(6, 5);
    // Hundreds of sign-ins to PostgreSQL: on a busy machine they queue for longer than a request would be let wait.
    const options = { maxPools: 3, limits: { max: 3, idleMs: 3, lifetimeMs: 60, acquireMs: 100_000 } };
    const services = ['forum', 'user'].map((service) => openDb(pod, service, IDS, options, budget));
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, budget.live)), 1);
    const results = await Promise.all(
      Array.from({ length: 800 }, async (_, i) => {
        await pause(Math.random() * 1_000);
        const id = IDS[Math.floor(Math.random() ** 2 * IDS.length)]!;
        return [await work(services[i % 2]!, id, Math.random() < 0.1 ? 8 : 0), id];
      }),
    );
    clearInterval(watch);
    for (const [schema, id] of results) expect(schema).toBe(`territory_${id!.toLowerCase()}`);
    expect(most).toBeLessThanOrEqual(6);
    expect(most).toBeGreaterThan(3);
    await Promise.all(services.map((db) => db.close()));
    expect([budget.live, budget.waiting]).toEqual([0, 0]);
    await expect.poll(backends).toBe(0);
  }, 120_000);

  it('open at most 4 connections each and 0 when unused', async () => {
    const db = openDb(pod, 'forum', IDS);
    expect(db.stats()).toEqual({ pools: 0, live: 0, idle: 0, waiting: 0 });
    await Promise.all(Array.from({ length: 20 }, () => work(db, 'AD', 10)));
    expect(db.stats()).toMatchObject({ pools: 1, live: 4, idle: 4, waiting: 0 });
    await db.close();
  });

  it('keep few of the connections that a round over many territories leaves: those used last, and all that were used just now', async () => {
    for (const [afterMs, left] of [[0, 5], [60_000, IDS.length]] as const) {
      const budget = new ConnectionBudget(50, 50, { idle: 5, afterMs });
      const db = openDb(pod, 'forum', IDS, {}, budget);
      for (const id of IDS) await work(db, id);
      budget.trim();
      budget.trim();
      await expect.poll(() => budget.live).toBe(left);
      for (const id of IDS.slice(-5)) await work(db, id);
      expect(budget.live).toBe(left);
      await db.close();
      expect(budget.live).toBe(0);
    }
  });

  it('close idle connections of other pools when the budget is full', async () => {
    const budget = new ConnectionBudget(2);
    const db = openDb(pod, 'forum', IDS, {}, budget);
    for (const id of IDS) await work(db, id);
    expect([budget.live, db.stats().pools]).toEqual([2, IDS.length]);
    await db.close();
  });

  it('let a new pool in while another is kept busy without a break', async () => {
    const budget = new ConnectionBudget(2, 20);
    const db = openDb(pod, 'forum', IDS, {}, budget);
    let busy = true;
    const loops = Array.from({ length: 8 }, async () => {
      while (busy) await work(db, 'AD', 2);
    });
    await expect.poll(() => budget.live).toBe(2);
    // Nobody else would ever make room: it would time out.
    expect(await work(db, 'AE')).toBe('territory_ae');
    busy = false;
    await Promise.all(loops);
    await db.close();
  });

  it('time out with a sentence, and go on after', async () => {
    const failed: string[] = [];
    const budget = new ConnectionBudget(1);
    const db = openDb(pod, 'forum', IDS, { limits: { acquireMs: 1_000 }, metrics: { failed: (code) => failed.push(code) } }, budget);
    await work(db, 'AD');
    const slow = work(db, 'AD', 3_000);
    await expect(work(db, 'AE')).rejects.toMatchObject({ code: 'POOL_TIMEOUT', message: expect.stringContaining('1 of 1 in use') });
    await slow;
    expect(await work(db, 'AD')).toBe('territory_ad');
    expect(failed).toEqual(['POOL_TIMEOUT']);
    const patient = openDb(pod, 'forum', IDS, {}, budget);
    expect(await work(patient, 'AE')).toBe('territory_ae');
    await Promise.all([db.close(), patient.close()]);
  });

  it('drain before closing, then refuse', async () => {
    const db = openDb(pod, 'forum', IDS, {}, new ConnectionBudget(1));
    const running = [work(db, 'AD', 150), work(db, 'AD'), work(db, 'AE')];
    await pause(30);
    const closing = db.close();
    await expect(work(db, 'AD')).rejects.toMatchObject({ code: 'POOL_CLOSED' });
    expect(await Promise.all(running)).toEqual(['territory_ad', 'territory_ad', 'territory_ae']);
    await closing;
    await expect.poll(backends).toBe(0);
  });

  it('replace connections that the server ended, idle or in use', async () => {
    const budget = new ConnectionBudget(4);
    const db = openDb(pod, 'forum', IDS, {}, budget);
    const kill = (): Promise<unknown> => pod.admin.query('select pg_terminate_backend(pid) from pg_stat_activity where starts_with(usename, $1)', [pod.rolePrefix]);
    await work(db, 'AD');
    await kill();
    await expect.poll(() => budget.live).toBe(0);
    const running = work(db, 'AD', 5_000);
    running.catch(() => {});
    await expect.poll(backends).toBe(1);
    await pause(50);
    await kill();
    await expect(running).rejects.toThrow();
    expect(await work(db, 'AD')).toBe('territory_ad');
    expect(budget.live).toBe(1);
    await db.close();
  });

  it('remember for a moment that a territory has no roles here', async () => {
    const failed: string[] = [];
    const db = openDb(pod, 'forum', [...IDS, 'ZW'], { metrics: { failed: (code) => failed.push(code) } });
    for (let i = 0; i < 20; i++) await expect(work(db, 'ZW')).rejects.toMatchObject({ code: 'TERRITORY_NOT_HERE' });
    expect(failed).toEqual(['28P01']);
    await db.close();
  });

  it('never hand out a connection that was left inside a transaction', async () => {
    const pools = new TerritoryPools('forum', pod.databases, new ConnectionBudget(1));
    const first = await pools.lease('AD');
    await first.client.query('begin');
    first.release();
    first.release();
    const second = await pools.lease('AD');
    expect(second.client).not.toBe(first.client);
    await second.client.query('select 1');
    second.release();
    const third = await pools.lease('AD');
    expect(third.client).toBe(second.client);
    third.release();
    await pools.close();
  });
});
