import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServers, forTests, removeState, startNats, startPostgres, startRedis, startTogether, type Log } from '@unityplan/servers';
import type { TestCluster } from '@unityplan/testing';
import { buildTemplate } from './template.ts';

const slotCount = 24;

/** Starts a private PostgreSQL, NATS and Redis for one test run and builds the template database. `stop` removes it all. */
export async function startTestCluster(root: string, log: Log = () => undefined): Promise<{ cluster: TestCluster; stop(): Promise<void> }> {
  const stateDir = mkdtempSync(join(tmpdir(), 'unityplan-test-'));
  const stop = async (): Promise<void> => {
    await removeState(stateDir);
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    const cluster = await startServers(stateDir, log);
    await buildTemplate(root, cluster);
    return { cluster, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startServers(stateDir: string, log: Log): Promise<TestCluster> {
  const run = randomBytes(4).toString('hex');
  const found = await findServers({ ignoreUrls: true, log });
  const slots = Array.from({ length: slotCount }, (_, n) => ({ user: `t${n}`, password: randomBytes(12).toString('hex'), redisDb: n }));
  const [postgres, nats, redis] = await startTogether([
    startPostgres({ stateDir, port: 0, settings: forTests, found: found.postgres, log }),
    startNats({
      stateDir, port: 0, serverName: 'nats-test', domain: 'test', syncInterval: '1s', found: found.nats, log,
      accounts: slots.map(({ user, password }) => ({ name: user.toUpperCase(), user, password, jetstream: true })),
    }),
    startRedis({ stateDir, port: 0, databases: slotCount, found: found.redis, log }),
  ]);
  return {
    run,
    pgAdminUrl: postgres.url,
    template: `up_test_${run}`,
    rolePrefix: `t${run}_`,
    podSecret: randomBytes(32).toString('hex'),
    keyEncryptionKey: randomBytes(32).toString('base64'),
    natsUrl: nats.url,
    slots,
    redisUrl: redis.url,
  };
}
