import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findServers, removeState, startPostgres } from '../src/index.ts';
import { sql, stateFolder } from './help.ts';

const asRoot = process.getuid?.() === 0;

it.runIf(asRoot)('root in a folder that only root may enter, with fetched programs in a cache that only root may enter', async () => {
  const state = stateFolder(0o700);
  const stateDir = join(state.dir, 'repo', '.state');
  mkdirSync(stateDir, { recursive: true });
  process.env.UNITYPLAN_CACHE = join(state.dir, 'cache');
  try {
    const { postgres } = await findServers({ want: ['postgres'], onlyFetched: true, ignoreUrls: true });
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
    delete process.env.UNITYPLAN_CACHE;
    await removeState(stateDir);
    await state.dispose();
  }
});
