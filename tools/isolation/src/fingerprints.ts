import { namesOf } from '@unityplan/territory/names';
import type { Pod } from './pod.ts';
import { territories, type TerritoryId } from './territories.ts';

/** A digest of every row of every table of a territory, and of what is kept about it elsewhere. */
export type Fingerprint = ReadonlyMap<string, string>;

/** Rows about a territory beside its schema. The inbox says only that a service has seen an event. */
const beside = [['messaging.outbox', 'territory'], ['messaging.dead_letters', 'territory']] as const;
/** … and in what all territories of the pod share. */
const shared = [
  ['global.territories', 'id'], ['global.issuer_keys', 'territory'], ['global.user_directory', 'home_territory'], ['global.territory_orders', 'requested_in'], ['global.territory_status_changes', 'territory'],
] as const;

async function fingerprintOf(pod: Pod, territory: TerritoryId): Promise<Fingerprint> {
  const { schema } = namesOf(territory);
  const tables = await pod.inside.of<{ name: string }>(territory, 'select tablename as name from pg_tables where schemaname = $1 order by 1', [schema]);
  const digest = (name: string, from: string, where = 'true'): string =>
    `select '${name}' as name, count(*) || ' ' || md5(coalesce(string_agg(h, '' order by h), '')) as digest from (select md5(t::text) as h from ${from} t where ${where}) rows`;
  const about = ([table, column]: readonly [string, string]): string => digest(table, table, `t.${column} = '${territory}'`);
  const here = [...tables.map(({ name }) => digest(name, `${schema}."${name}"`)), ...beside.map(about)];
  const rows = [
    ...(await pod.inside.of<{ name: string; digest: string }>(territory, here.join(' union all '))),
    ...(await pod.inside.of<{ name: string; digest: string }>('global', shared.map(about).join(' union all '))),
  ];
  return new Map(rows.map(({ name, digest: value }) => [name, value]));
}

/** Tables that are not as they were. */
function changedIn(before: Fingerprint, after: Fingerprint): string[] {
  return [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
}

/** Whether a mail or a push that went wrong on a busy machine will soon be tried again. */
async function isAnythingDue(pod: Pod, of: readonly TerritoryId[]): Promise<boolean> {
  for (const territory of of) {
    const due = ['mail_jobs', 'push_jobs'].map((table) => `exists (select from ${namesOf(territory).schema}.${table} where status in ('queued', 'attempted') and not held and next_at < now() + interval '1 minute')`);
    const [row] = await pod.inside.of<{ due: boolean }>(territory, `select ${due.join(' or ')} as due`);
    if (row!.due) return true;
  }
  return false;
}

/** Fingerprints of some territories once everything that is under way has ended. */
export async function settled(pod: Pod, of: readonly TerritoryId[] = territories): Promise<ReadonlyMap<TerritoryId, Fingerprint>> {
  const take = async (): Promise<Map<TerritoryId, Fingerprint>> => {
    await pod.drain();
    const all = new Map<TerritoryId, Fingerprint>();
    for (const territory of of) all.set(territory, await fingerprintOf(pod, territory));
    return all;
  };
  let last = await take();
  for (let calm = 0, rounds = 0; calm < 2 && rounds < 100; rounds++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const next = await take();
    const still = of.every((territory) => changedIn(last.get(territory)!, next.get(territory)!).length === 0);
    calm = still && !(await isAnythingDue(pod, of)) ? calm + 1 : 0;
    last = next;
  }
  return last;
}

/** Says which tables of which territories have changed. */
export function differences(before: ReadonlyMap<TerritoryId, Fingerprint>, after: ReadonlyMap<TerritoryId, Fingerprint>): string[] {
  return [...after].flatMap(([territory, now]) => changedIn(before.get(territory)!, now).map((table) => `${territory}: ${table}`));
}
