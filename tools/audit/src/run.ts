import { readFileSync } from 'node:fs';
import { CheckpointKey, makeCheckpoint, verifyTrail, type Checkpoint } from '@unityplan/event/audit';
import { parseTerritoryId, podDatabases, type PodDatabases } from '@unityplan/territory';
import pg from 'pg';
import type { Command } from './command.ts';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results, a line at a time. */
  readonly print: (line: string) => void;
  readonly progress: (line: string) => void;
}

/** Runs a command; answers the exit code. Throws when it cannot look. */
export async function run(command: Command, { env, print, progress }: Surroundings): Promise<0 | 1> {
  const { databases, podSecret } = podOf(env);
  const witnessed = command.witnesses.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Checkpoint);
  const territories = command.territories.length > 0 ? command.territories.map((text): string => parseTerritoryId(text)) : await activeTerritories(databases);
  let faulty = 0;
  for (const territory of territories) {
    const key = new CheckpointKey(podSecret, territory);
    await connected(databases.connection(territory, 'event', { statementMs: 60_000 }), async (client) => {
      if (command.action === 'checkpoint') {
        const made = await makeCheckpoint(client, key, new Date());
        return print(made ? JSON.stringify(made) : `${territory}: the trail is empty, there is nothing to sign`);
      }
      const own = witnessed.filter((checkpoint) => checkpoint.territory === territory);
      const found = await verifyTrail(client, territory, key, { witnessed: own, onProgress: (done, of) => progress(`${territory}: ${done} of ${of}`) });
      if (found.faults.length > 0) faulty++;
      for (const { seq, fault } of found.faults) print(`${territory}: entry ${seq}: ${fault}`);
      print(`${territory}: ${found.entries} entries, ${found.faults.length === 0 ? 'all right' : `${found.faults.length} faults`}; ${found.checkpoints} checkpoints, covered up to ${found.coveredTo}`);
    });
  }
  return faulty > 0 ? 1 : 0;
}

function podOf(env: Surroundings['env']): { databases: PodDatabases; podSecret: string } {
  const podSecret = env['POD_SECRET_FILE'] ? readFileSync(env['POD_SECRET_FILE'], 'utf8').trim() : env['POD_SECRET'];
  const missing = [...['DATABASE_URL', 'POD_ID'].filter((name) => !env[name]), ...(podSecret ? [] : ['POD_SECRET'])];
  if (missing.length > 0) throw new Error(`Set ${missing.join(', ')} as the pod has it.`);
  const own = Object.entries(env).filter(([name, value]) => name.startsWith('POSTGRES_DB_') && value);
  const databases = podDatabases({
    podId: env['POD_ID']!, databaseUrl: env['DATABASE_URL']!, roleSecret: podSecret!,
    territoryDatabases: Object.fromEntries(own.map(([name, value]) => [name.slice('POSTGRES_DB_'.length).replaceAll('_', '-'), value!])),
    ...(env['ROLE_PREFIX'] ? { rolePrefix: env['ROLE_PREFIX'] } : {}),
  });
  return { databases, podSecret: podSecret! };
}

function activeTerritories(databases: PodDatabases): Promise<string[]> {
  return connected(databases.connection('global', 'event'), async (client) => {
    const { rows } = await client.query<{ id: string }>(`select id from territories where pod_id = $1 and status <> 'listed' order by id`, [databases.podId]);
    return rows.map(({ id }) => id);
  });
}

async function connected<T>(config: pg.ClientConfig, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
