import { fileURLToPath } from 'node:url';
import { startTestCluster } from './test-cluster.ts';

/** Vitest global setup: uses the servers of `npm test` when it runs under it, else starts its own for this one project. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['UNITYPLAN_TEST_CLUSTER']) return undefined;
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const { cluster, stop } = await startTestCluster(root);
  process.env['UNITYPLAN_TEST_CLUSTER'] = JSON.stringify(cluster);
  process.env['TEST_PG_ADMIN_URL'] = cluster.pgAdminUrl;
  return stop;
}
