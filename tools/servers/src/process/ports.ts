import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { commandLineOf } from './identity.ts';

/** A port on loopback that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return listenOnce(0).then((port) => {
    if (port === undefined) throw new Error('no free port on 127.0.0.1');
    return port;
  });
}

/** Whether a server could listen on this port now. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const chosen = typeof address === 'object' && address ? address.port : undefined;
      server.close(() => resolve(chosen));
    });
  });
}

/** Who listens on the port ("redis-server, process 4711"), as far as this user may know. */
export function portHolder(port: number): string | undefined {
  const inodes = listeningInodes(port);
  if (inodes.size === 0) return undefined;
  for (const pid of list('/proc').filter((name) => /^\d+$/.test(name))) {
    if (list(`/proc/${pid}/fd`).some((fd) => inodes.has(link(`/proc/${pid}/fd/${fd}`)))) {
      const program = commandLineOf(Number(pid))[0]?.split('/').pop()?.split(' ')[0];
      return `${program ?? 'a program'}, process ${pid}`;
    }
  }
  return undefined;
}

function listeningInodes(port: number): Set<string> {
  const found = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const inode of parseListening(read(table), port)) found.add(`socket:[${inode}]`);
  }
  return found;
}

/** Inodes of the sockets in state LISTEN (0A) on the port, from the kernel's table. */
export function parseListening(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = table.split('\n').slice(1).map((line) => line.trim().split(/\s+/));
  return rows.filter((row) => row[3] === '0A' && row[1]?.endsWith(suffix)).flatMap((row) => row[9] ?? []);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
