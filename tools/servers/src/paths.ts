import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder of the fetched servers, shared by every clone of the repository of this user. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.UNITYPLAN_CACHE) return env.UNITYPLAN_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'unityplan', 'servers');
}
