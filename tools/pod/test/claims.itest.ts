import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forTests, removeState, startNats, startPostgres, startRedis, type RunningServer } from '@unityplan/servers';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { claimDatabase } from '../src/claims/database-claim.ts';
import type { Claim, Holder } from '../src/claims/holder.ts';
import { claimNats } from '../src/claims/nats-claim.ts';
import { claimRedis } from '../src/claims/redis-claim.ts';
import { podUnderTest } from './runner-under-test.ts';

// Servers of an operator: what pods find by a URL, and did not start.
let stateDir: string;
let servers: { postgres: RunningServer; nats: RunningServer; redis: RunningServer };
const accounts = ['one', 'two'].map((name) => ({ name: name.toUpperCase(), user: name, password: `of ${name}`, jetstream: true }));
beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'unityplan-operator-'));
  const [postgres, nats, redis] = await Promise.all([
    startPostgres({ stateDir, port: 0, settings: forTests }), startNats({ stateDir, port: 0, serverName: 'operator', domain: 'operator', accounts }), startRedis({ stateDir, port: 0 }),
  ]);
  servers = { postgres, nats, redis };
}, 60_000);
afterAll(async () => {
  await Promise.all(Object.values(servers ?? {}).map((server) => server.stop()));
  await removeState(stateDir);
  rmSync(stateDir, { recursive: true, force: true });
});

const held: Claim[] = [];
const hold = async (claim: Promise<Claim>): Promise<Claim> => {
  held.push(await claim);
  return held.at(-1)!;
};
afterEach(() => Promise.all(held.splice(0).map((claim) => claim.release())));

const run = (pod: string, pid = process.pid): Holder => ({ pod, stateDir: `/srv/${pod}`, host: 'here', pid });
const log = (): void => undefined;
const databaseUrl = (name: string): string => Object.assign(new URL(servers.postgres.url), { pathname: `/${name}` }).href;
const redisUrl = (database: number): string => `${servers.redis.url}/${database}`;
const natsLogin = (user: string) => ({ url: servers.nats.url, user, password: `of ${user}` });

async function sql(url: string, text: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(text);
  await client.end();
}

it('lets one pod use a database, and one begin the names of roles', async () => {
  const place = { url: databaseUrl('unityplan_dk'), podId: 'dk', rolePrefix: 'up_' };
  const first = await hold(claimDatabase(place, run('denmark'), log));
  await expect(claimDatabase(place, run('denmark', 2), log)).rejects.toThrow('The database unityplan_dk of DATABASE_URL is in use by another pod that runs now. Two pods must not share one: name another database in DATABASE_URL');
  await expect(claimDatabase({ ...place, rolePrefix: 'other_' }, run('denmark', 2), log)).rejects.toThrow('The database unityplan_dk of DATABASE_URL is in use');
  const beside = { ...place, url: databaseUrl('unityplan_second') };
  await expect(claimDatabase(beside, run('denmark', 2), log)).rejects.toThrow(/^Another pod that runs now \(dk, process \d+\) has database roles that begin with up_, .* as in ROLE_PREFIX=up_b_, or another server\.$/);
  await hold(claimDatabase({ ...beside, rolePrefix: 'up_b_' }, run('denmark', 2), log));
  await first.release();
  await hold(claimDatabase(place, run('denmark', 2), log));
});

it('holds its database again when the server has restarted', async () => {
  const place = { url: databaseUrl('unityplan_dk'), podId: 'dk', rolePrefix: 'up_' };
  const told: string[] = [];
  await hold(claimDatabase(place, run('denmark'), (line) => told.push(line)));
  await servers.postgres.stop();
  await expect.poll(() => told.length, { timeout: 20_000 }).toBe(1);
  await servers.postgres.restart();
  await expect.poll(() => claimDatabase(place, run('denmark', 2), log).then((claim) => claim.release(), (error: Error) => error.message), { timeout: 20_000, interval: 500 }).toContain('is in use by another pod');
});

it('refuses a database that holds another pod, also when that does not run', async () => {
  const place = { url: databaseUrl('unityplan_no'), podId: 'no', rolePrefix: 'up_no_' };
  await (await claimDatabase(place, run('norway'), log)).release();
  await sql(place.url, `create schema global; create table global.territories (id text, pod_id text, status text); insert into global.territories values ('NO', 'no', 'active'), ('SE', null, 'listed')`);
  await expect(claimDatabase({ ...place, podId: 'dk', rolePrefix: 'up_' }, run('denmark'), log)).rejects.toThrow('holds the pod no, and data of two pods must not meet: name another database in DATABASE_URL.');
  await sql(place.url, `insert into global.territories values ('DK', 'dk', 'active')`);
  await hold(claimDatabase(place, run('norway'), log));
});

it('lets one pod use an account of NATS', async () => {
  const first = await hold(claimNats(natsLogin('one'), run('denmark')));
  await expect(claimNats(natsLogin('one'), run('norway'))).rejects.toThrow(/^The NATS account of NATS_URL is in use by the pod denmark, which runs in \/srv\/denmark on here \(process \d+\)\. .* with NATS_USER and NATS_PASSWORD/);
  await hold(claimNats(natsLogin('two'), run('norway')));
  await expect(claimNats(natsLogin('three'), run('sweden'))).rejects.toThrow('NATS_URL cannot be used as three: Authorization Violation. Its account is named by NATS_USER and NATS_PASSWORD.');
  await first.release();
  await hold(claimNats(natsLogin('one'), run('sweden')));
});

it('lets one pod use a database of Redis, and a run of the same folder go on', async () => {
  const first = await hold(claimRedis(redisUrl(0), run('denmark'), log));
  await expect(claimRedis(redisUrl(0), run('norway'), log)).rejects.toThrow(/^The Redis database of REDIS_URL is in use by the pod denmark, .* name another database in REDIS_URL, as in redis:\/\/host:6379\/1/);
  await hold(claimRedis(redisUrl(1), run('norway'), log));
  // As after kill -9: nobody has given it back.
  const next = await hold(claimRedis(redisUrl(0), run('denmark', 2), log));
  await first.release();
  await expect(claimRedis(redisUrl(0), run('norway'), log)).rejects.toThrow('process 2');
  await next.release();
  await hold(claimRedis(redisUrl(0), run('norway'), log));
});

it('npm start refuses what another pod has, and leaves nothing behind', async () => {
  await hold(claimDatabase({ url: databaseUrl('unityplan_dk'), podId: 'dk', rolePrefix: 'up_' }, run('denmark'), log));
  await hold(claimNats(natsLogin('one'), run('denmark')));
  await hold(claimRedis(redisUrl(0), run('denmark'), log));
  const foreign: [sentence: string, env: NodeJS.ProcessEnv][] = [
    ['roles that begin with up_,', { DATABASE_URL: databaseUrl('unityplan_third') }],
    ['The NATS account', { NATS_URL: servers.nats.url, NATS_USER: 'one', NATS_PASSWORD: 'of one' }],
    // Nothing stands in the way but Redis.
    ['The Redis database', { DATABASE_URL: databaseUrl('unityplan_third'), ROLE_PREFIX: 'up_b_', NATS_URL: servers.nats.url, NATS_USER: 'two', NATS_PASSWORD: 'of two', REDIS_URL: redisUrl(0) }],
  ];
  for (const [sentence, env] of foreign) {
    const pod = await podUnderTest(env);
    const refused = pod.start('--no-build');
    expect(await refused.exit).toBe(1);
    expect(refused.text()).toContain(sentence);
    expect(refused.text()).not.toMatch(/services|ready after/);
    await pod.dispose();
  }
}, 120_000);
