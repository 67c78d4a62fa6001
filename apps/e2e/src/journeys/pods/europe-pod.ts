import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import pg from 'pg';
import { runPod, type RunningPod } from '../../run-pod.ts';

/** The territories of the pod, the language in which the journey is made there, and how each is called in it. */
export const places = [
  { id: 'DE', slug: 'de', language: 'en', called: 'Germany', mention: /mentioned you in/, greeting: 'Hello Freja,' },
  { id: 'FR', slug: 'fr', language: 'da', called: 'Frankrig', mention: /nævnte dig i/, greeting: 'Hej Freja' },
  { id: 'ES', slug: 'es', language: 'en', called: 'Spain', mention: /mentioned you in/, greeting: 'Hello Freja,' },
] as const;
export type Place = (typeof places)[number];

/** How the data of the pod is laid out: a database for each territory, or one for all. */
export type Layout = 'own' | 'one';

const ports = { own: 22_180, one: 23_380 };

/** The pod europe of a journey; with `state` it goes on from the data of an earlier run. */
export function runEurope(layout: Layout, { processes, state }: { processes: boolean; state?: string }): Promise<RunningPod> {
  const args = ['--pod', 'europe', ...(state === undefined ? ['--databases', layout] : []), ...(processes ? ['--processes'] : [])];
  return runPod({ port: ports[layout], args, ...(state === undefined ? {} : { state }) });
}

/** In which databases of the pod's server there is a schema of each territory. */
export async function whereTerritoriesAre({ state }: RunningPod): Promise<Record<string, string[]>> {
  const url = parseEnv(readFileSync(join(state, 'service.env'), 'utf8'))['DATABASE_URL']!;
  const ask = async (database: string, text: string): Promise<string[]> => {
    const client = new pg.Client(Object.assign(new URL(url), { pathname: `/${database}` }).href);
    await client.connect();
    const { rows } = await client.query<{ name: string }>(text);
    await client.end();
    return rows.map(({ name }) => name);
  };
  const databases = await ask('postgres', `select datname as name from pg_database where datname like 'unityplan%' order by 1`);
  return Object.fromEntries(await Promise.all(databases.map(async (database) =>
    [database, await ask(database, `select nspname as name from pg_namespace where nspname like 'territory%' order by 1`)] as const)));
}
