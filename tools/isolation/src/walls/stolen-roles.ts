import { namesOf } from '@unityplan/territory';
import pg from 'pg';
import { inParallel } from '../plan.ts';
import type { Pod } from '../pod.ts';
import { territories } from '../territories.ts';

interface Table {
  readonly territory: string;
  /** As SQL names it. */
  readonly name: string;
  readonly where: string;
}
export interface Stolen {
  readonly tried: number;
  /** Tables of other territories out of which a row came, as `role reads schema.table`. */
  readonly read: readonly string[];
}

/** Signs in to every database with each service's own role of each territory, and reads every table of the other territories; or only those of personal data. */
export async function readWithStolenRoles(pod: Pod, which: 'all' | 'personal', of: readonly string[] = territories): Promise<Stolen> {
  const { inside, resources: { databases } } = pod;
  const bindings = await inside.bindings(of);
  const read: string[] = [];
  let tried = 0;
  for (const database of inside.databases) {
    const tables: Table[] = [];
    for (const territory of of) if (databases.adminUrl(territory) === database) tables.push(...(await tablesOf(pod, territory, which)));
    await inParallel(tables.length > 0 ? bindings : [], 3, async ({ scope, service }) => {
      const client = await inside.signIn(scope, service, database);
      for (const table of tables.filter(({ territory }) => territory !== scope)) {
        tried++;
        const rows = await client.query(`select 1 from ${table.name} where ${table.where} limit 1`).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => {
          if (error.code !== '42501') throw error;
          return 0;
        });
        if (rows > 0) read.push(`${scope}/${service} reads ${table.name} of ${table.territory}`);
      }
      await client.end();
    });
  }
  return { tried, read };
}

/** The tables of a territory's schema, and its rows among those that carry events. */
async function tablesOf(pod: Pod, territory: string, which: 'all' | 'personal'): Promise<Table[]> {
  const rows = await pod.inside.of<{ name: string }>(
    territory, `select format('%I.%I', schema, name) as name from global.schema_objects where kind = 'table' and schema = $1 and ($2 or personal)`, [namesOf(territory).schema, which === 'all']);
  const carried = which === 'all' ? ['messaging.outbox', 'messaging.dead_letters'] : [];
  return [...rows.map(({ name }) => ({ territory, name, where: 'true' })), ...carried.map((name) => ({ territory, name, where: `territory = ${pg.escapeLiteral(territory)}` }))];
}
