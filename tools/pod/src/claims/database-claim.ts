import { createDatabaseIfMissing } from '@unityplan/territory';
import pg from 'pg';
import type { Claim, Holder } from './holder.ts';

const lock = `pg_try_advisory_lock(hashtext('unityplan'), hashtext('pod'))`;
const retryMs = 1_000;

/** The place of a pod on a PostgreSQL server of the operator's. */
export interface DatabasePlace {
  /** The pod's database, as its administrator. */
  readonly url: string;
  readonly podId: string;
  /** Of its roles, which belong to the whole server. */
  readonly rolePrefix: string;
}

/** Holds the database and the role prefix, also over restarts of the server. Throws a sentence that says what to change when another pod has either. */
export async function claimDatabase(place: DatabasePlace, run: Holder, log: (line: string) => void): Promise<Claim> {
  const name = `unityplan pod ${place.podId} ${place.rolePrefix} ${run.pid}`;
  let client = await claimed(place, name);
  let released = false;
  let said = '';
  const again = (): void => void setTimeout(() => void comeBack(), retryMs).unref();
  const comeBack = async (): Promise<void> => {
    if (released) return;
    try {
      client = await claimed(place, name);
      if (released) return void (await client.end());
      client.once('end', again);
    } catch (error) {
      if (said !== (error as Error).message) log((said = (error as Error).message));
      again();
    }
  };
  client.once('end', again);
  return {
    release: async () => {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}

async function claimed(place: DatabasePlace, name: string): Promise<pg.Client> {
  const client = await connect(place.url, name);
  try {
    await refuseOthers(client, name, place);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function refuseOthers(client: pg.Client, name: string, { podId, rolePrefix }: DatabasePlace): Promise<void> {
  const { rows: [found] } = await client.query<{ mine: boolean; others: string[]; there: boolean }>(
    `select ${lock} as mine, to_regclass('global.territories') is not null as there,
       array(select application_name from pg_stat_activity where application_name ~ '^unityplan pod ' and application_name <> $1 and split_part(application_name, ' ', 4) = $2) as others`, [name, rolePrefix]);
  const { database } = client;
  if (!found!.mine) throw new Error(`The database ${database} of DATABASE_URL is in use by another pod that runs now. Two pods must not share one: name another database in DATABASE_URL, or stop the other pod.`);
  const [other] = found!.others;
  if (other !== undefined)
    throw new Error(`Another pod that runs now (${other.split(' ')[2]}, process ${other.split(' ')[4]}) has database roles that begin with ${rolePrefix}, and roles belong to the whole server of DATABASE_URL. Choose another prefix, as in ROLE_PREFIX=${rolePrefix}b_, or another server.`);
  if (!found!.there) return;
  const { rows } = await client.query<{ pod: string }>(`select distinct pod_id as pod from global.territories where status <> 'listed' and pod_id is not null order by 1`);
  const pods = rows.map(({ pod }) => pod);
  if (pods.length > 0 && !pods.includes(podId)) throw new Error(`The database ${database} of DATABASE_URL holds the pod ${pods.join(', ')}, and data of two pods must not meet: name another database in DATABASE_URL.`);
}

async function connect(url: string, name: string): Promise<pg.Client> {
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, application_name: name, keepAlive: true, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  try {
    return await open();
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
    await createDatabaseIfMissing(url, decodeURIComponent(new URL(url).pathname.slice(1)));
    return open();
  }
}
