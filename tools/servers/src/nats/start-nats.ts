import { join, resolve } from 'node:path';
import type { FoundServer, Log, RunningServer } from '../types.ts';
import { findServer } from '../find/find-servers.ts';
import { externalServer } from '../process/external.ts';
import { ServerProcess } from '../process/server-process.ts';
import { writePrivate } from '../process/settings-file.ts';
import { askNats } from './ask.ts';
import { natsConfig } from './config.ts';
import type { NatsAccount } from './config.ts';

export interface NatsOptions {
  /** Folder of the pod's state; NATS uses `nats/` below. */
  stateDir: string;
  /** 0 chooses a free port. */
  port: number;
  serverName: string;
  /** JetStream domain: the pod's id. */
  domain: string;
  /** SYS is added when it is missing (then nobody can log in to it). */
  accounts: readonly NatsAccount[];
  /** `always` unless told otherwise: an acknowledged message is on disk. */
  syncInterval?: string;
  /** Monitoring over http on loopback; 0 or missing chooses a free port. */
  httpPort?: number;
  /** Further configuration, such as a leaf connection to a gateway. */
  extraConfig?: string;
  /** Result of `findServers`, to save the search. */
  found?: FoundServer;
  log?: Log;
}

/** A running NATS server; `url` carries no account, clients log in with a user of one. */
export interface RunningNats extends RunningServer {
  /** Monitoring address, empty for a server of somebody else. */
  readonly httpUrl: string;
}

/** Starts NATS with JetStream on loopback, or adopts the one an earlier run left in the state folder. */
export async function startNats(options: NatsOptions): Promise<RunningNats> {
  const log = options.log ?? (() => undefined);
  const found = options.found ?? (await findServer('nats', { log }));
  if (found.source === 'url') return { ...externalServer('nats', found), httpUrl: '' };
  const stateDir = resolve(options.stateDir);
  const folder = join(stateDir, 'nats');
  const configFile = join(folder, 'nats.conf');
  const { serverName, domain, accounts, syncInterval = 'always', extraConfig = '' } = options;
  const settings = { serverName, domain, accounts, syncInterval, extraConfig };
  const server = await ServerProcess.open(
    {
      server: 'nats',
      version: found.version,
      stateDir,
      ports: { main: options.port, http: options.httpPort ?? 0 },
      settings,
      prepare: async ({ main, http = 0 }) => {
        writePrivate(configFile, natsConfig({ ...settings, port: main, httpPort: http, storeDir: join(folder, 'jetstream') }));
        const ready = async (): Promise<void> => {
          const info = await askNats('127.0.0.1', main, 2_000);
          if (info.server_name !== serverName || !info.jetstream) throw new Error('another NATS answers on the port');
        };
        return { program: found.program, args: ['-c', configFile], env: found.env, cwd: folder, marker: configFile, url: `nats://127.0.0.1:${main}`, ready };
      },
    },
    log,
  );
  return Object.defineProperty(server, 'httpUrl', { get: () => `http://127.0.0.1:${server.portOf('http')}` }) as ServerProcess & RunningNats;
}
