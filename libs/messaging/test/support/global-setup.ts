import { forTests, startPostgres } from '@unityplan/servers';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Sets TEST_PG_ADMIN_URL: the run's cluster when there is one, else a private one that ends with the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = process.env['UNITYPLAN_TEST_CLUSTER'];
  if (cluster) process.env['TEST_PG_ADMIN_URL'] ??= (JSON.parse(cluster) as { pgAdminUrl: string }).pgAdminUrl;
  if (process.env['TEST_PG_ADMIN_URL']) return async () => undefined;
  const stateDir = mkdtempSync(join(tmpdir(), 'unityplan-messaging-'));
  const server = await startPostgres({ stateDir, port: 0, settings: forTests });
  process.env['TEST_PG_ADMIN_URL'] = server.url;
  return async () => {
    await server.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
}
