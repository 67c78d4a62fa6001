import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FoundServer, Log, RunningServer } from '../types.ts';
import { explain, ServerError } from '../errors.ts';
import { findServer } from '../find/find-servers.ts';
import { externalServer } from '../process/external.ts';
import { ServerProcess } from '../process/server-process.ts';
import { keptPassword, readKept } from '../process/settings-file.ts';
import { askPostgres } from './ask.ts';
import { clearStaleLock, ensureCluster, superuser } from './cluster.ts';
import { dataHome } from './home.ts';
import { programsForData, reachablePrograms } from './programs.ts';
import { durable, postgresArgs } from './settings.ts';
import type { PostgresSettings } from './settings.ts';
import { postgresUser } from './server-user.ts';

export interface PostgresOptions {
  /** Folder of the pod's state; PostgreSQL uses `postgres/` below. */
  stateDir: string;
  /** 0 chooses a free port. */
  port: number;
  /** Merged over `durable`; pass `forTests` for a private test cluster. */
  settings?: PostgresSettings;
  /** Result of `findServers`, to save the search. */
  found?: FoundServer;
  log?: Log;
}

/** Starts PostgreSQL on loopback, or adopts the one an earlier run left in the state folder. The url is the superuser's. */
export async function startPostgres(options: PostgresOptions): Promise<RunningServer> {
  const log = options.log ?? (() => undefined);
  const found = options.found ?? (await findServer('postgres', { log }));
  if (found.source === 'url') return externalServer('postgres', found);
  const stateDir = resolve(options.stateDir);
  const settings = { ...durable, ...options.settings };
  try {
    const user = postgresUser();
    const home = await dataHome(stateDir, user);
    const data = join(home, 'data');
    const password = superuserPassword(stateDir, data);
    const programs = await reachablePrograms(await programsForData(found, data), user, log);
    return await ServerProcess.open(
      {
        server: 'postgres',
        version: programs.version,
        stateDir,
        ports: { main: options.port },
        settings,
        prepare: async ({ main }, adopting) => {
          if (!adopting) {
            await ensureCluster(programs, home, user, password);
            await clearStaleLock(data);
          }
          const url = `postgres://${superuser}:${password}@127.0.0.1:${main}/postgres`;
          const args = postgresArgs(data, main, settings);
          return {
            program: programs.program,
            args,
            env: programs.env,
            cwd: data,
            ...(user ? { user: { uid: user.uid, gid: user.gid } } : {}),
            marker: data,
            url,
            ready: () => ready(url, data),
            // After kill -9 the children need a moment to notice that their parent is gone.
            passing: /pre-existing shared memory block/,
          };
        },
      },
      log,
    );
  } catch (error) {
    throw explain('postgres', 'starting PostgreSQL', error);
  }
}

/** Kept in the state folder, readable by this user only; PostgreSQL knows just its hash. */
function superuserPassword(stateDir: string, data: string): string {
  const file = join(stateDir, 'postgres', 'superuser.password');
  if (existsSync(data) && !readKept(file)) {
    throw new ServerError(`The password file ${file} of the data in ${data} is missing; restore it or remove the data.`, 'postgres');
  }
  return keptPassword(file);
}

async function ready(url: string, data: string): Promise<void> {
  try {
    const { dataFolder } = await askPostgres(url, 3_000);
    if (dataFolder !== data) throw new Error('another PostgreSQL answers on the port');
  } catch (error) {
    // 28P01: wrong password. Waiting would not help.
    if ((error as { code?: string }).code === '28P01') throw new ServerError(`PostgreSQL with the data in ${data} refuses our kept password.`, 'postgres', error);
    throw error;
  }
}
