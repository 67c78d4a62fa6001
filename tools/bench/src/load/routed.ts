import { ConnectionBudget, createTerritoryDb, inMemoryRegistry, podDatabases, REFERENCE_TERRITORIES, type TerritoryDb } from '@unityplan/territory';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { Job, LoadResult } from './jobs.ts';
import { paced } from './paced.ts';

type RoutedJob = Extract<Job, { kind: 'routed' }>;

// Kept from job to job, as a service keeps them; by the number of connections that they may have.
const routed = new Map<number, TerritoryDb<unknown>>();
let plain: pg.Pool | undefined;

/** One statement, again and again, in territories chosen by chance: through the territories' pools, or all in one by a plain pool. */
export async function routedReads(job: RoutedJob): Promise<LoadResult & { connections: number }> {
  const databases = podDatabases(job.pod);
  if (job.access === 'plain') {
    const pool = (plain ??= new pg.Pool({ ...databases.connection(job.ids[0]!, 'forum'), max: 4 }));
    const result = await paced(job, async () => expectRows((await pool.query(job.text, [...job.values])).rows));
    return { ...result, connections: pool.totalCount };
  }
  let db = routed.get(job.budget);
  if (!db) routed.set(job.budget, (db = open(job)));
  const { ids } = job;
  const choose = job.access === 'zipf' ? zipf(ids) : () => ids[Math.floor(Math.random() * ids.length)]!;
  const query = CompiledQuery.raw(job.text, [...job.values]);
  const one = async (id: string): Promise<void> => expectRows((await db.read(id, (reader) => reader.getExecutor().executeQuery(query))).rows);
  if (job.everyone) for (let turn = 0; turn < 4; turn++) for (const id of ids) await one(id);
  const result = await paced(job, () => one(choose()));
  return { ...result, connections: db.stats().live };
}

function open({ pod, ids, budget }: RoutedJob): TerritoryDb<unknown> {
  const active = new Set(ids);
  const registry = inMemoryRegistry(REFERENCE_TERRITORIES.map((one) => (active.has(one.id) ? { ...one, status: 'active' as const, podId: pod.podId } : one)));
  return createTerritoryDb({ service: 'forum', databases: podDatabases(pod), registry, budget: new ConnectionBudget(budget) });
}

function expectRows(rows: readonly unknown[]): void {
  if (rows.length < 20) throw new Error(`The statement found ${rows.length} rows`);
}

/** The n-th id comes in proportion to 1/n. */
function zipf(ids: readonly string[]): () => string {
  let sum = 0;
  const reach = ids.map((_, index) => (sum += 1 / (index + 1)));
  return () => {
    const at = Math.random() * sum;
    return ids[reach.findIndex((end) => at < end)]!;
  };
}
