import { namesOf } from '@unityplan/territory';
import pg from 'pg';
import { inParallel } from '../plan.ts';
import type { Pod } from '../pod.ts';
import { territories } from '../territories.ts';

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly personal: boolean;
}
export interface Stolen {
  readonly tried: number;
  /** Tables of other territories out of which a row came, as `role reads schema.table`. */
  readonly read: readonly string[];
}

/** Signs in with each service's own role of each territory, and reads every table of the other territories; or only those of personal data. */
export async function readWithStolenRoles(pod: Pod, which: 'all' | 'personal'): Promise<Stolen> {
  const { databases } = pod.resources;
  const tables = await pod.ground.query<Table>("select schema, name, personal from global.schema_objects where kind = 'table' and schema = any ($1) and ($2 or personal)", [territories.map((one) => namesOf(one).schema), which === 'all']);
  const bindings = await pod.ground.query<{ territory: string; service: string }>('select territory, service from messaging.role_bindings where territory = any ($1)', [territories]);
  const read: string[] = [];
  let tried = 0;
  await inParallel(bindings, 3, async ({ territory, service }) => {
    const client = new pg.Client(databases.connection(territory, service));
    await client.connect();
    for (const { schema, name } of tables.filter((table) => table.schema !== databases.schema(territory))) {
      tried++;
      const rows = await client.query(`select 1 from ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)} limit 1`).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => {
        if (error.code !== '42501') throw error;
        return 0;
      });
      if (rows > 0) read.push(`${territory}/${service} reads ${schema}.${name}`);
    }
    await client.end();
  });
  return { tried, read };
}
