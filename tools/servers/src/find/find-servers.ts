import type { FoundServer, Log, ServerName } from '../types.ts';
import { serverNames, titles } from '../types.ts';
import { fetchServer } from '../fetch/fetch-server.ts';
import { findInstalled } from './installed.ts';
import { fromUrl, urlVariables } from './from-url.ts';

export interface FindOptions<Wanted extends ServerName = ServerName> {
  /** Which servers; all three unless told otherwise. */
  want?: readonly Wanted[];
  log?: Log;
  /** Pass over what is installed on the system; also UNITYPLAN_SERVERS=fetched. */
  onlyFetched?: boolean;
  /** Take no address from the environment: for tests, which need servers of their own. */
  ignoreUrls?: boolean;
  env?: NodeJS.ProcessEnv;
}

/**
 * Finds the servers: an address in the environment, else a program on the machine whose version passes,
 * else the distribution's package unpacked into the cache. Rejects with one clear sentence.
 */
export async function findServers<Wanted extends ServerName = ServerName>(options: FindOptions<Wanted> = {}): Promise<Record<Wanted, FoundServer>> {
  const want = options.want ?? (serverNames as readonly Wanted[]);
  const found = await Promise.all(want.map(async (server) => [server, await findServer(server, options)] as const));
  return Object.fromEntries(found) as Record<Wanted, FoundServer>;
}

/** Finds one server. */
export async function findServer(server: ServerName, options: Omit<FindOptions, 'want'> = {}): Promise<FoundServer> {
  const env = options.env ?? process.env;
  const log = options.log ?? (() => undefined);
  const url = env[urlVariables[server]];
  if (url && !options.ignoreUrls) return fromUrl(server, url);
  const onlyFetched = options.onlyFetched ?? env.UNITYPLAN_SERVERS === 'fetched';
  const installed = onlyFetched ? undefined : await findInstalled(server, log);
  const programs = installed ?? (await fetchServer(server, log));
  log(`${titles[server]} ${programs.version} (${programs.source}, ${programs.binDir})`);
  return programs;
}
