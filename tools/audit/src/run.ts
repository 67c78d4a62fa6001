import { readFileSync } from 'node:fs';
import { CheckpointKey, makeCheckpoint, verifyTrail, type Checkpoint } from '@unityplan/event/audit';
import { databasesFrom, parseTerritoryId, registeredTerritories } from '@unityplan/territory';
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
  const databases = databasesFrom(env);
  const podSecret = env['POD_SECRET_FILE'] ? readFileSync(env['POD_SECRET_FILE'], 'utf8').trim() : env['POD_SECRET']!;
  const witnessed = command.witnesses.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Checkpoint);
  // Read in any case: it also says which territories have a database of their own.
  const registered = (await registeredTerritories(databases, databases.connection('global', 'event'))).map(({ id }) => id);
  const territories = command.territories.length > 0 ? command.territories.map((text): string => parseTerritoryId(text)) : registered;
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
