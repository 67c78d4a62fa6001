import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Log, ServerName, ServerPrograms } from '../types.ts';
import { titles } from '../types.ts';
import { acceptsVersion, wantedVersions } from '../versions.ts';
import { postgresFolders } from '../fetch/unpacked.ts';
import { inspectPrograms } from './inspect.ts';

const programNames: Record<ServerName, string[]> = {
  postgres: ['postgres'],
  nats: ['nats-server'],
  redis: ['redis-server', 'valkey-server'],
};

/** A server on PATH or in the distribution's usual folders whose version we work with. */
export async function findInstalled(server: ServerName, log: Log): Promise<ServerPrograms | undefined> {
  for (const program of installedCandidates(server)) {
    const programs = await inspectPrograms(server, program, 'installed');
    if (!programs) continue;
    if (acceptsVersion(server, programs.version)) return programs;
    log(`${titles[server]} ${programs.version} at ${program} is passed over: UnityPlan needs ${wantedVersions[server]}`);
  }
  return undefined;
}

/** Every place where the server may be, best first. PostgreSQL counts only with initdb beside it. */
function installedCandidates(server: ServerName, path = process.env.PATH ?? ''): string[] {
  const onPath = path.split(delimiter).filter((folder) => folder.startsWith('/'));
  const usual = [...(server === 'postgres' ? postgresFolders() : []), '/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'];
  const files = [...new Set([...onPath, ...usual])].flatMap((folder) => programNames[server].map((name) => join(folder, name)));
  const there = files.filter((file) => existsSync(file));
  // A link in /usr/local/bin leads to PostgreSQL's own folder; redis-server, though, is a link whose name decides what it does.
  const real = server === 'postgres' ? [...new Set(there.map((file) => realpathSync(file)))] : there;
  return real.filter((file) => server !== 'postgres' || existsSync(join(dirname(file), 'initdb')));
}
