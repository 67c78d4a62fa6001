import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ServerName } from '../types.ts';

/** Where the server binary lies in an unpacked package. */
export function locateProgram(server: ServerName, root: string): { program: string; binDir: string } {
  const program = candidates(server, root).find((path) => existsSync(path)) ?? join(root, 'usr/bin', server);
  return { program, binDir: dirname(program) };
}

function candidates(server: ServerName, root: string): string[] {
  switch (server) {
    case 'nats':
      return [join(root, 'usr/sbin/nats-server'), join(root, 'usr/bin/nats-server')];
    case 'redis':
      return [join(root, 'usr/bin/redis-server'), join(root, 'usr/bin/valkey-server')];
    case 'postgres':
      return postgresFolders(join(root, 'usr/lib/postgresql')).map((folder) => join(folder, 'postgres'));
  }
}

/** Debian keeps one folder per major version; the newest comes first. */
export function postgresFolders(base = '/usr/lib/postgresql'): string[] {
  if (!existsSync(base)) return [];
  const majors = readdirSync(base).filter((name) => /^\d+$/.test(name));
  return majors.sort((a, b) => Number(b) - Number(a)).map((major) => join(base, major, 'bin'));
}
