import { territory } from '@unityplan/contracts';
import { takeGround, type TestGround } from '@unityplan/testing';
import { discoverSources, namesOf, status } from '@unityplan/territory';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { end, endAll, killedAt, order, provisioner, until } from './rig.ts';

let ground: TestGround;
beforeAll(async () => {
  ground = await takeGround();
});
afterEach(endAll);
afterAll(() => ground?.release());

const sources = discoverSources(join(import.meta.dirname, '../../..'));
const kills = process.env['PROOF'] === 'full' ? 60 : 20;
interface Row { territory: string; status: string; step: string; attempts: number; problem_en: string | null; problem_da: string | null; detail: string | null }
const orderOf = async (id: string) => (await ground.query<Row>('select * from global.territory_orders where id = $1', [id]))[0]!;
const settled = (id: string) => until(async () => ['done', 'failed'].includes((await orderOf(id)).status), `order ${id}`).then(() => orderOf(id));
const openings = async (id: string) =>
  (await ground.query<{ n: number }>(`select count(*)::int as n from messaging.outbox where event = $1 and territory = $2 and payload ->> 'status' = 'active'`, [territory.territoryChanged.name, id]))[0]!.n;
/** Everything that a finished territory has: an open row, every migration applied once, and one announcement. */
async function expectWhole(id: string): Promise<void> {
  expect(await ground.query('select status, pod_id from global.territories where id = $1', [id])).toEqual([{ status: 'active', pod_id: 'dk' }]);
  const plans = await status({ adminUrl: ground.databaseUrl, territories: [id], sources });
  const [ours, model] = [plans.find(({ scope }) => scope === id), (await status({ adminUrl: ground.databaseUrl, territories: ['DK'], sources })).find(({ scope }) => scope === 'DK')];
  expect([ours!.pending, ours!.problems, ours!.applied]).toEqual([[], [], model!.applied]);
  expect(await openings(id)).toBe(1);
}

it('opens what was ordered before it started and what is ordered while it runs, and stops in order', async () => {
  const before = await order(ground, 'DK-BEFORE');
  const child = provisioner(ground);
  expect(await settled(before)).toMatchObject({ status: 'done', step: 'open', attempts: 1, problem_en: null });
  const during = await order(ground, 'DK-BEFORE-DURING', 'DK-BEFORE');
  expect(await settled(during)).toMatchObject({ status: 'done' });
  expect(await end(child)).toBe(0);
  for (const id of ['DK-BEFORE', 'DK-BEFORE-DURING']) await expectWhole(id);
  expect(await ground.query(`select sovereign_id, parent_territory from global.territories where id = 'DK-BEFORE-DURING'`)).toEqual([{ sovereign_id: 'DK', parent_territory: 'DK-BEFORE' }]);
});

it(`is killed ${kills} times, wherever it is, and finishes each order once`, { timeout: kills * 15_000 }, async () => {
  const ids: string[] = [];
  const orders: string[] = [];
  for (let n = 0; n < Math.ceil(kills / 4); n++) {
    ids.push(`DK-KILL-${n}`);
    orders.push(await order(ground, `DK-KILL-${n}`));
  }
  const inHand = async () => (await ground.query<{ step: string }>(`select step from global.territory_orders where status = 'running'`))[0]?.step;
  const places = new Set<string>();
  for (let kill = 0; kill < kills; kill++) {
    const child = provisioner(ground);
    if ((await ground.query(`select from global.territory_orders where status in ('waiting', 'running')`)).length === 0) {
      ids.push(`DK-KILL-MORE-${kill}`);
      orders.push(await order(ground, `DK-KILL-MORE-${kill}`));
    }
    await until(inHand, 'work to begin');
    const at = performance.now() + Math.random() * 700;
    await until(() => performance.now() >= at, 'the moment');
    places.add((await inHand()) ?? 'between orders');
    await end(child, 'SIGKILL');
  }
  const last = provisioner(ground);
  for (const id of orders) expect(await settled(id)).toMatchObject({ status: 'done', step: 'open' });
  await end(last);
  for (const id of ids) await expectWhole(id);
  console.log(`killed ${kills} times, with the last step done: ${[...places].join(', ')}; ${ids.length} territories whole`);
});

it.each([
  ['registering', 'recorded'],
  ['building its schema', 'registered'],
  ['opening', 'built'],
  ['publish-before-commit', 'built'],
])('goes on after being killed at “%s”', async (at, step) => {
  const territoryId = `DK-AT-${at.toUpperCase().replaceAll(' ', '-')}`;
  const id = await order(ground, territoryId);
  const child = killedAt(ground, at, id);
  await until(() => child.signalCode === 'SIGKILL', 'the kill');
  expect(await orderOf(id)).toMatchObject({ status: 'running', step });
  const next = provisioner(ground);
  expect(await settled(id)).toMatchObject({ status: 'done', attempts: 2 });
  await end(next);
  await expectWhole(territoryId);
});

it('does no harm beside another one', async () => {
  const children = [provisioner(ground), provisioner(ground)];
  const ids = ['DK-TWO-A', 'DK-TWO-B', 'DK-TWO-C'];
  const orders: string[] = [];
  for (const id of ids) orders.push(await order(ground, id));
  for (const id of orders) expect(await settled(id)).toMatchObject({ status: 'done', attempts: 1 });
  await Promise.all(children.map((child) => end(child)));
  for (const id of ids) await expectWhole(id);
});

it('says in a sentence why it cannot, and works when it can', async () => {
  await ground.query(`create role ${ground.cluster.rolePrefix}weak login password 'weak'`);
  await ground.query(`grant connect on database ${new URL(ground.databaseUrl).pathname.slice(1)} to ${ground.cluster.rolePrefix}weak`);
  const url = new URL(ground.databaseUrl);
  url.username = `${ground.cluster.rolePrefix}weak`;
  url.password = 'weak';
  const weak = provisioner(ground, { DATABASE_URL: url.href });
  const refused = await settled(await order(ground, 'DK-WEAK'));
  await end(weak);
  expect(refused).toMatchObject({ status: 'failed', step: 'registered', problem_en: expect.stringContaining('Ask the operator'), problem_da: expect.stringContaining('Spørg'), detail: expect.stringContaining('CREATEROLE') });
  expect(await ground.query(`select status from global.territories where id = 'DK-WEAK'`)).toEqual([{ status: 'listed' }]);
  const child = provisioner(ground);
  expect(await settled(await order(ground, 'DK-WEAK'))).toMatchObject({ status: 'done' });
  await ground.query(`update global.territories set status = 'archived' where id = 'DK-WEAK'`);
  expect(await settled(await order(ground, 'DK-WEAK-LATE', 'DK-WEAK'))).toMatchObject({ status: 'failed', problem_en: expect.stringContaining('takes no new communities') });
  expect(await settled(await order(ground, 'DK-WEAK'))).toMatchObject({ status: 'failed', problem_en: expect.stringContaining('already a territory DK-WEAK') });
  await end(child);
  await ground.query(`drop owned by ${ground.cluster.rolePrefix}weak`);
  await ground.query(`drop role ${ground.cluster.rolePrefix}weak`);
});

it('makes a database for a territory that has its own', async () => {
  const database = `${new URL(ground.databaseUrl).pathname.slice(1)}_own`;
  const child = provisioner(ground);
  expect(await settled(await order(ground, 'DK-OWN', 'DK', { database }))).toMatchObject({ status: 'done' });
  await end(child);
  const url = new URL(ground.databaseUrl);
  url.pathname = `/${database}`;
  const [ours] = (await status({ adminUrl: url.href, territories: ['DK-OWN'], sources })).filter(({ scope }) => scope === 'DK-OWN');
  expect([ours!.pending, ours!.applied > 0]).toEqual([[], true]);
  expect(await ground.query(`select to_regnamespace($1) as here`, [namesOf('DK-OWN').schema])).toEqual([{ here: null }]);
  await ground.query(`drop database ${database} with (force)`);
});
