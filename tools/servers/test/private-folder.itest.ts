import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { findServers, removeState, ServerError, startPostgres } from '../src/index.ts';
import { cacheFolder } from '../src/paths.ts';
import { sql, stateFolder } from './help.ts';

const asRoot = process.getuid?.() === 0;
const full = process.env.PROOF === 'full';

/** Fills a cache with what this user's has of PostgreSQL already; the full proof fetches it anew. */
function fillCache(cache: string): void {
  const known = cacheFolder();
  mkdirSync(cache, { mode: 0o700 });
  if (full || !existsSync(known)) return;
  for (const entry of readdirSync(known).filter((name) => name.startsWith('postgres-'))) cpSync(join(known, entry), join(cache, entry), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}

/** Why nothing can be fetched here; throws what says more than that. */
function reasonNotFetched(error: unknown): string {
  if (!full && error instanceof ServerError && /cannot be reached|this is not Debian|no apt|apt is missing/.test(error.message)) return error.message;
  throw error;
}

it.runIf(asRoot)('root in a folder that only root may enter, with fetched programs in a cache that only root may enter', async ({ skip }) => {
  const state = stateFolder(0o700);
  const stateDir = join(state.dir, 'repo', '.state');
  mkdirSync(stateDir, { recursive: true });
  const cache = join(state.dir, 'cache');
  fillCache(cache);
  vi.stubEnv('UNITYPLAN_CACHE', cache);
  try {
    const found = await findServers({ want: ['postgres'], onlyFetched: true, ignoreUrls: true }).catch(reasonNotFetched);
    if (typeof found === 'string') return skip(found);
    const { postgres } = found;
    expect(postgres.source).toBe('fetched');
    const first = await startPostgres({ stateDir, port: 0, found: postgres });
    await sql(first.url, `create extension pgcrypto; create table kept as select digest('x', 'sha256') d`);
    const outside = readFileSync(join(stateDir, 'postgres', 'data-is-in'), 'utf8').trim();
    expect(existsSync(join(outside, 'data', 'PG_VERSION'))).toBe(true);
    expect(await startPostgres({ stateDir, port: 0, found: postgres })).toMatchObject({ pid: first.pid, adopted: true });
    await first.stop();
    const again = await startPostgres({ stateDir, port: 0, found: postgres });
    expect(await sql(again.url, 'select length(d) n from kept')).toEqual([{ n: 32 }]);
    await removeState(stateDir);
    expect(existsSync(outside)).toBe(false);
  } finally {
    vi.unstubAllEnvs();
    await removeState(stateDir);
    await state.dispose();
  }
});

it.runIf(asRoot)('data outside is removed once the temporary folder it belongs to is gone', async () => {
  const folders = [stateFolder(0o700), stateFolder(0o700)] as const;
  const outsideOf = async (dir: string): Promise<string> => {
    await startPostgres({ stateDir: dir, port: 0 }).then((server) => server.stop());
    return readFileSync(join(dir, 'postgres', 'data-is-in'), 'utf8').trim();
  };
  const forgotten = await outsideOf(folders[0].dir);
  rmSync(folders[0].dir, { recursive: true });
  const kept = await outsideOf(folders[1].dir);
  expect([existsSync(forgotten), existsSync(kept)]).toEqual([false, true]);
  await folders[1].dispose();
});
