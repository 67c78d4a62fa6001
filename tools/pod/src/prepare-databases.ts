import pg from 'pg';
import { discoverSources, migratePod, readServerLimits, registeredTerritories, seedReferenceTerritories, type PodDatabases, type RegisteredTerritory } from '@unityplan/territory';
import type { DatabaseServer } from './connections.ts';
import type { PodPlan } from './pods.ts';

export interface PreparedDatabases {
  /** Migrations that were applied now. */
  readonly applied: number;
  readonly territories: readonly RegisteredTerritory[];
  readonly servers: readonly Omit<DatabaseServer, 'ours'>[];
}

/**
 * Migrates the pod's databases, with every territory that the registry says this pod has, and registers those of the plan that are new.
 * Safe to repeat, and to interrupt.
 */
export async function prepareDatabases(root: string, pod: PodPlan, databases: PodDatabases, podSecret: string, doing: (what: string) => void): Promise<PreparedDatabases> {
  const known = (await registeredTerritories(databases)).map(({ id }) => id);
  const reports = await migratePod({
    databases, territories: [...new Set([...pod.territories, ...known])], sources: discoverSources(root), roleSecret: podSecret,
    onProgress: (event) => doing(event.kind === 'waiting' ? `waiting for ${event.schema}: ${event.why}` : `migrating, ${event.done} of ${event.total} schemas`),
  });
  const applied = reports.flatMap((report) => report.schemas).reduce((sum, schema) => sum + schema.applied.length, 0);
  await connected(databases.adminUrl('global'), (client) => seedReferenceTerritories(client, { podId: pod.id, active: [...pod.territories] }));
  return { applied, territories: inPlanOrder(await registeredTerritories(databases), pod.territories), servers: await serversOf(databases) };
}

/** The plan's territories first, in its order, then those that came later. */
function inPlanOrder(territories: readonly RegisteredTerritory[], plan: readonly string[]): RegisteredTerritory[] {
  const place = ({ id }: RegisteredTerritory): number => (plan.includes(id) ? plan.indexOf(id) : plan.length);
  return territories.toSorted((a, b) => place(a) - place(b));
}

/** The servers behind the pod's databases; each is asked once for its limits. */
async function serversOf(databases: PodDatabases): Promise<PreparedDatabases['servers']> {
  const urls = databases.list().map(({ adminUrl }) => adminUrl);
  const hostOf = (url: string): string => new URL(url).host + new URL(url).search;
  return Promise.all([...new Set(urls.map(hostOf))].map(async (host) => {
    const own = urls.filter((url) => hostOf(url) === host);
    return { limits: await connected(own[0]!, readServerLimits), databases: own.length, main: own.includes(urls[0]!) };
  }));
}

async function connected<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
