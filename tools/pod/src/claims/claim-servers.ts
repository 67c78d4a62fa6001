import type { PodDatabases } from '@unityplan/territory';
import type { PodServers } from '../pod-servers.ts';
import { claimDatabase } from './database-claim.ts';
import type { Claim, Holder } from './holder.ts';
import { claimNats } from './nats-claim.ts';
import { claimRedis } from './redis-claim.ts';

/**
 * Holds what the pod uses of servers that the operator runs, all or none; those that the pod runs itself are nobody else's. Throws the sentence
 * of the first that another pod has.
 */
export async function claimServers(servers: PodServers, databases: PodDatabases, run: Holder, log: (line: string) => void): Promise<Claim> {
  const claims: Claim[] = [];
  const release = async (): Promise<void> => void (await Promise.all(claims.map((claim) => claim.release())));
  const { foreign, natsUrl, natsUser, natsPassword, redisUrl } = servers;
  const { podId, rolePrefix } = databases;
  try {
    if (foreign.postgres) for (const { adminUrl } of databases.list()) claims.push(await claimDatabase({ url: adminUrl, podId, rolePrefix }, run, log));
    if (foreign.nats) claims.push(await claimNats({ url: natsUrl, user: natsUser, password: natsPassword }, run));
    if (foreign.redis) claims.push(await claimRedis(redisUrl, run, log));
  } catch (error) {
    await release();
    throw error;
  }
  return { release };
}
