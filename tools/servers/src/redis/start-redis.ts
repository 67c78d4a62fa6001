import { join, resolve } from 'node:path';
import type { FoundServer, Log, RunningServer } from '../types.ts';
import { findServer } from '../find/find-servers.ts';
import { externalServer } from '../process/external.ts';
import { ServerProcess } from '../process/server-process.ts';
import { keptPassword, writePrivate } from '../process/settings-file.ts';
import { askRedis } from './ask.ts';
import { redisConfig } from './config.ts';

export interface RedisOptions {
  /** Folder of the pod's state; Redis uses `redis/` below. */
  stateDir: string;
  /** 0 chooses a free port. */
  port: number;
  /** A random one is made and kept in the state folder when missing. */
  password?: string;
  /** Number of databases; tests take one per worker. */
  databases?: number;
  /** Result of `findServers`, to save the search. */
  found?: FoundServer;
  log?: Log;
}

/** Starts Redis on loopback, or adopts the one an earlier run left in the state folder. */
export async function startRedis(options: RedisOptions): Promise<RunningServer> {
  const log = options.log ?? (() => undefined);
  const found = options.found ?? (await findServer('redis', { log }));
  if (found.source === 'url') return externalServer('redis', found);
  const stateDir = resolve(options.stateDir);
  const folder = join(stateDir, 'redis');
  const configFile = join(folder, 'redis.conf');
  const password = options.password ?? keptPassword(join(folder, 'password'));
  const databases = options.databases ?? 64;
  return ServerProcess.open(
    {
      server: 'redis',
      version: found.version,
      stateDir,
      ports: { main: options.port },
      settings: { password, databases },
      prepare: async ({ main }) => {
        writePrivate(configFile, redisConfig({ port: main, folder, password, databases }));
        const url = `redis://:${encodeURIComponent(password)}@127.0.0.1:${main}`;
        const ready = async (): Promise<void> => {
          // Another Redis may have taken the port a moment before ours.
          if ((await askRedis(url, 2_000)).configFile !== configFile) throw new Error('another Redis answers on the port');
        };
        return { program: found.program, args: [configFile], env: found.env, cwd: folder, marker: configFile, url, ready };
      },
    },
    log,
  );
}
