import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Log, ServerName } from './types.ts';
import { serverNames, titles } from './types.ts';
import { removeData } from './postgres/home.ts';
import { readLivePidRecord } from './process/pid-file.ts';
import { stopServer } from './process/stop.ts';

export interface ServerStatus {
  server: ServerName;
  running: boolean;
  version?: string;
  pid?: number;
  port?: number;
  logFile: string;
}

/** Which servers of a state folder are running. */
export function serverStatus(stateDir: string): ServerStatus[] {
  const folder = resolve(stateDir);
  return serverNames.map((server) => {
    const record = readLivePidRecord(folder, server);
    const logFile = join(folder, server, 'server.log');
    return record ? { server, running: true, version: record.version, pid: record.pid, port: record.port, logFile } : { server, running: false, logFile };
  });
}

/** Stops the servers of a state folder, whichever run started them. Their data stays. */
export async function stopServers(stateDir: string, log: Log = () => undefined): Promise<void> {
  const folder = resolve(stateDir);
  await Promise.all(serverNames.map(async (server) => log(`${titles[server]} ${(await stopServer(folder, server)) ? 'has stopped' : 'was not running'}`)));
}

/** Stops the servers of a state folder and removes all their data, also what lies outside it. For tests. */
export async function removeState(stateDir: string): Promise<void> {
  const folder = resolve(stateDir);
  await stopServers(folder);
  removeData(folder);
  for (const server of serverNames) rmSync(join(folder, server), { recursive: true, force: true });
}
