import pg from 'pg';

/**
 * The run's servers, as the test runner describes them in UNITYPLAN_TEST_CLUSTER: everything a test file needs to take its own
 * database, NATS account and Redis database.
 */
export interface TestCluster {
  readonly run: string;
  readonly pgAdminUrl: string;
  /** Database with two migrated territories (DK, NO) of pod `dk`; cloned per test file. */
  readonly template: string;
  readonly rolePrefix: string;
  readonly podSecret: string;
  readonly keyEncryptionKey: string;
  readonly natsUrl: string;
  /** One account per slot, so that equal subjects of parallel files never cross. */
  readonly slots: readonly { readonly user: string; readonly password: string; readonly redisDb: number }[];
  readonly redisUrl: string;
}

/** A database, a NATS account and a Redis database that nobody else uses until `release`. */
export interface TestGround {
  readonly cluster: TestCluster;
  readonly databaseUrl: string;
  readonly natsUser: string;
  readonly natsPassword: string;
  readonly redisUrl: string;
  /** Runs SQL as the superuser, past every wall; for looking, not for the code under test. */
  query<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  /** The same connection, for parts under test that are given one, such as a relay. */
  readonly client: pg.Client;
  release(): Promise<void>;
}

export function testCluster(): TestCluster {
  const described = process.env['UNITYPLAN_TEST_CLUSTER'];
  if (!described) throw new Error('No test servers: use serverTests() of vitest.shared.ts in vitest.itest.config.ts, which starts them.');
  return JSON.parse(described) as TestCluster;
}

// Advisory locks on the administration database hand out slots across all test processes of a run.
const lockSpace = 0x7570;
let databases = 0;

/** Clones the template database and takes a free slot. */
export async function takeGround(): Promise<TestGround> {
  const cluster = testCluster();
  const admin = new pg.Client(cluster.pgAdminUrl);
  await admin.connect();
  const slot = await takeSlot(admin, cluster.slots.length);
  const name = `${cluster.template}_${process.pid}_${++databases}`;
  await admin.query(`create database ${name} template ${cluster.template} strategy file_copy`);
  const url = new URL(cluster.pgAdminUrl);
  url.pathname = `/${name}`;
  const client = new pg.Client(url.href);
  await client.connect();
  const redis = new URL(cluster.redisUrl);
  redis.pathname = `/${cluster.slots[slot]!.redisDb}`;
  return {
    cluster,
    databaseUrl: url.href,
    natsUser: cluster.slots[slot]!.user,
    natsPassword: cluster.slots[slot]!.password,
    redisUrl: redis.href,
    client,
    query: async <T extends object>(text: string, values: unknown[] = []) => (await client.query<T>(text, values)).rows,
    release: async () => {
      await client.end();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

async function takeSlot(admin: pg.Client, count: number): Promise<number> {
  for (let n = 0; n < count; n++) {
    const { rows } = await admin.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [lockSpace, n]);
    if (rows[0]!.taken) return n;
  }
  throw new Error(`All ${count} test slots are taken: a test file does not release its ground.`);
}
