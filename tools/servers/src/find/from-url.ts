import type { ServerAddress, ServerName } from '../types.ts';
import { titles } from '../types.ts';
import { ServerError, wrongVersion } from '../errors.ts';
import { acceptsVersion, wantedVersions } from '../versions.ts';
import { askPostgres } from '../postgres/ask.ts';
import { askNats } from '../nats/ask.ts';
import { askRedis } from '../redis/ask.ts';

/** The variables that name a server somebody else runs. */
export const urlVariables: Record<ServerName, string> = { postgres: 'DATABASE_URL', nats: 'NATS_URL', redis: 'REDIS_URL' };

/** Uses a server by its address, after a connection and a look at its version. */
export async function fromUrl(server: ServerName, url: string): Promise<ServerAddress> {
  const shown = withoutPassword(url);
  let version: string;
  try {
    version = await ask(server, url);
  } catch (error) {
    const why = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
    throw new ServerError(`${titles[server]} at ${shown} (${urlVariables[server]}) cannot be used: ${why}.`, server, error);
  }
  if (!acceptsVersion(server, version)) throw wrongVersion(server, shown, version, wantedVersions[server]);
  return { source: 'url', version, url };
}

async function ask(server: ServerName, url: string): Promise<string> {
  switch (server) {
    case 'postgres':
      return (await askPostgres(url)).version;
    case 'nats':
      return askFirstNats(url);
    case 'redis':
      return (await askRedis(url)).version;
  }
}

/** NATS_URL may name several servers of a cluster; one that answers is enough to begin. */
async function askFirstNats(urls: string): Promise<string> {
  let failure: unknown = new Error('the address is empty');
  for (const url of urls.split(',').map((part) => part.trim()).filter(Boolean)) {
    try {
      const { hostname, port } = new URL(url.includes('://') ? url : `nats://${url}`);
      return (await askNats(hostname, Number(port || 4222))).version;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** The address as it may be shown on a terminal. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]*):[^@]*@/g, '//$1:***@');
}
