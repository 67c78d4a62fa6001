import { forTests, removeState, startPostgres } from '@unityplan/servers';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Sets TEST_PG_ADMIN_URL: the run's cluster when there is one, else a private one that ends with the run. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env['TEST_PG_ADMIN_URL']) return async () => undefined;
  const stateDir = mkdtempSync(join(tmpdir(), 'unityplan-territory-'));
  // Migrations of many territories lock many tables at once.
  const server = await startPostgres({ stateDir, port: 0, settings: { ...forTests, max_locks_per_transaction: 512 } });
  process.env['TEST_PG_ADMIN_URL'] = server.url;
  return async () => {
    await removeState(stateDir);
    rmSync(stateDir, { recursive: true, force: true });
  };
}
