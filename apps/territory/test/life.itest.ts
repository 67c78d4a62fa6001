import { badge, roleKeys, territory } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { expectPublished } from '@unityplan/messaging/testing';
import { standIn, startConstellation, type Constellation, type TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTerritory } from '../src/app.ts';
import type { TerritoryDb } from '../src/db/schema.ts';
import { StatusRepository } from '../src/life.ts';

let pod: Constellation;
let freja: TestMember;
const held = new Map<string, badge.Holding[]>();
const holding = (at: string): badge.Holding => ({ badge: roleKeys.manager, level: 1, territory: at, awardedAt: '2026-01-01T00:00:00.000Z', expiresAt: null });
const someone = async (home: string, ...at: string[]): Promise<TestMember> => {
  const member = await pod.member(home);
  held.set(member.memberId, at.map(holding));
  return member;
};
beforeAll(async () => {
  const badges = standIn('badge', {
    get_holdings: ({ memberIds }: { memberIds: string[] }) => ({ holders: memberIds.map((memberId) => ({ memberId, holdings: held.get(memberId) ?? [] })) }),
    check_access: () => ({ allowed: false, until: null, needs: 'all', lacking: [] }),
  });
  pod = await startConstellation({ services: [badges, startTerritory], config: { territories: ['DK', 'NO', 'DK-RIBE'] } });
  freja = await someone('DK', 'DK');
});
afterAll(() => pod?.stop());
beforeEach(async () => {
  await pod.ground.query(`delete from global.territory_orders`);
  await pod.ground.query(`update global.territories set status = 'active' where id in ('DK', 'NO')`);
  await pod.resources.registry.refresh();
});

const aarhus = { territoryId: 'dk-aarhus', name: { en: 'Aarhus', da: 'Aarhus' }, defaultLanguage: 'da' };
const order = (body: object, as = freja) => pod.call(territory.requestTerritory, { as, body });
const change = (territoryId: string, body: object, as = freja) => pod.call(territory.changeTerritory, { as, params: { territoryId }, body });
const setStatus = (territoryId: string, status: string, as = freja) => pod.call(territory.setTerritoryStatus, { as, params: { territoryId }, body: { status, reason: 'For the test' } });
/** A territory as the provisioner would have opened it. */
const opened = async (id: string, parent: string) => {
  await pod.ground.query(`insert into global.territories (id, kind, name_en, name_da, parent_territory, sovereign_id, default_language, pod_id, status) values ($1, 'community', $1, $1, $2, $1, 'da', 'dk', 'active') on conflict (id) do update set pod_id = 'dk', status = 'active'`, [id, parent]);
  await pod.resources.registry.refresh();
};

it('records an order, the same one once, and wakes whoever carries it out', async () => {
  await pod.ground.client.query('listen territory_orders');
  const woken = new Promise((resolve) => pod.ground.client.once('notification', resolve));
  const [first, second] = await Promise.all([order(aarhus), order(aarhus)]);
  expect(first).toMatchObject({ status: 202, body: { territoryId: 'DK-AARHUS', parent: 'DK', status: 'waiting', step: 'recorded', problem: null, doneAt: null, host: null } });
  expect(second.body.orderId).toBe(first.body.orderId);
  await woken;
  expect((await order({ ...aarhus, defaultLanguage: 'en' })).problem).toMatchObject({ code: 'territory_order_open' });
  expect(await pod.ground.query('select requested_by, requested_in from global.territory_orders')).toEqual([{ requested_by: freja.memberId, requested_in: 'DK' }]);
});

it('tells nobody what is ordered below another territory', async () => {
  await pod.ground.query(`insert into global.territory_orders (id, territory, kind, name_en, name_da, parent_territory, default_language, requested_in) values (gen_random_uuid(), 'NO-OSLO', 'community', 'Oslo', 'Oslo', 'NO', 'da', 'NO')`);
  for (const territoryId of ['NO-OSLO', 'NO-NOWHERE']) expect((await order({ ...aarhus, territoryId })).problem).toMatchObject({ code: 'territory_id_unfit', params: { territory: territoryId, parent: 'DK' } });
  await pod.ground.query(`delete from global.territory_orders where territory = 'NO-OSLO'`);
});

it('makes another order of what failed, with the language that was ordered', async () => {
  const first = (await order(aarhus)).body;
  await pod.ground.query(`update global.territory_orders set status = 'failed', problem_en = 'No', problem_da = 'Nej', done_at = now() where id = $1`, [first.orderId]);
  const { body: failed } = await pod.call(territory.getTerritoryOrder, { as: freja, params: { orderId: first.orderId } });
  expect(failed).toMatchObject({ status: 'failed', defaultLanguage: 'da' });
  const again = (await order({ ...aarhus, defaultLanguage: failed.defaultLanguage })).body;
  expect(again).toMatchObject({ status: 'waiting', defaultLanguage: 'da' });
  expect(again.orderId).not.toBe(first.orderId);
});

it('answers the same order as long as what it made is open, and no longer', async () => {
  const { orderId } = (await order(aarhus)).body;
  await opened('DK-AARHUS', 'DK');
  await pod.ground.query(`update global.territory_orders set status = 'done', step = 'open', done_at = now() where id = $1`, [orderId]);
  expect((await order(aarhus)).body).toMatchObject({ orderId, status: 'done', host: 'dk-aarhus.localhost:8080' });
  expect((await order({ ...aarhus, defaultLanguage: 'en' })).problem.code).toBe('territory_id_taken');
  await pod.ground.query(`update global.territories set status = 'archived' where id = 'DK-AARHUS'`);
  await pod.resources.registry.refresh();
  expect((await order(aarhus)).problem.code).toBe('territory_id_taken');
  await pod.ground.query(`update global.territories set status = 'listed', pod_id = null where id = 'DK-AARHUS'`);
  await pod.resources.registry.refresh();
});

it('keeps every letter of a name', async () => {
  for (const [n, own] of ['Tāmaki Makaurau', 'Guovdageaidnu', 'Yolŋu', 'Åland', 'X̱aayda Gwaay', 'ᓀᐦᐃᔭᐤ', 'A\u030Aland'].entries()) {
    const { status, body } = await order({ ...aarhus, territoryId: `DK-N${n}`, name: { en: own, da: own, own } });
    expect([own, status, body.problem]).toEqual([own, 202, null]);
    expect(Object.values(body.name)).toEqual([own, own, own].map((name) => name.normalize('NFC')));
  }
});

it.each<[string, object, string, string?]>([
  ['another sovereign’s prefix', { territoryId: 'NO-AARHUS' }, 'territory_id_unfit'],
  ['a parent above', { territoryId: 'NO-AARHUS', parent: 'NO' }, 'territory_outside_authority'],
  ['an unknown parent', { territoryId: 'XX-AARHUS', parent: 'XX' }, 'territory_outside_authority'],
  ['an id that is open', { territoryId: 'DK-OPEN' }, 'territory_id_taken'],
  ['no id', { territoryId: 'DK_AARHUS!' }, 'input_invalid', 'body.territoryId'],
  ['an id that is too long', { territoryId: `DK-${'A'.repeat(51)}` }, 'input_invalid', 'body.territoryId'],
  ['a name of blanks', { name: { en: '  ', da: 'x' } }, 'input_invalid', 'body.name.en'],
  ['a name without a letter', { name: { en: '123', da: 'x' } }, 'input_invalid', 'body.name.en'],
  ['a name that turns the text', { name: { en: 'Aar\u202Ehus', da: 'x' } }, 'input_invalid', 'body.name.en'],
  ['a name of two lines', { name: { en: 'Aar\nhus', da: 'x' } }, 'input_invalid', 'body.name.en'],
  ['a name with NUL', { name: { en: 'Aar\u0000hus', da: 'x' } }, 'input_invalid', 'body.name.en'],
  ['an unknown language', { defaultLanguage: 'tlh' }, 'input_invalid', 'body.defaultLanguage'],
])('refuses %s', async (_what, body, code, path) => {
  await opened('DK-OPEN', 'DK');
  const { problem } = await order({ ...aarhus, ...body });
  expect(problem.code).toBe(code);
  if (path) expect(problem.faults?.map((fault) => fault.path)).toContain(path);
});

it('takes orders from managers alone, and shows them what lies below their territory', async () => {
  const [bo, nor] = [await someone('DK'), await someone('NO', 'NO')];
  expect((await order(aarhus, bo)).problem.code).toBe('badge_required');
  expect((await pod.call(territory.requestTerritory, { body: aarhus })).problem.code).toBe('not_signed_in');
  const ids: string[] = [];
  for (const id of ['DK-A', 'DK-B', 'DK-C']) ids.unshift((await order({ ...aarhus, territoryId: id })).body.orderId);
  const list = (as: TestMember, query = {}) => pod.call(territory.listTerritoryOrders, { as, query });
  const page = (await list(freja, { limit: 2 })).body;
  expect(page.items.map(({ orderId }) => orderId)).toEqual(ids.slice(0, 2));
  const rest = (await list(freja, { limit: 2, cursor: page.next! })).body;
  expect(rest.items.map(({ orderId }) => orderId)).toEqual(ids.slice(2));
  expect((await list(freja, { limit: 2, cursor: rest.previous! })).body.items.map(({ orderId }) => orderId)).toEqual(ids.slice(0, 2));
  expect((await list(freja, { cursor: 'rubbish' })).problem.code).toBe('cursor_invalid');
  expect((await list(nor)).body.items).toEqual([]);
  expect((await list(bo)).problem.code).toBe('badge_required');
  const one = (as: TestMember) => pod.call(territory.getTerritoryOrder, { as, params: { orderId: ids[0]! } });
  expect((await one(freja)).body.territoryId).toBe('DK-C');
  expect((await one(nor)).problem.code).toBe('not_found');
});

it('changes names and settings, tells everyone, and shows them at once', async () => {
  const { body } = await change('dk', { name: { own: 'Kongeriget Danmark' }, settings: { registration: 'closed', welcome: { en: 'Nau mai' } } });
  expect(body).toMatchObject({ name: { en: 'Denmark', own: 'Kongeriget Danmark' }, settings: { registration: 'closed', welcome: { en: 'Nau mai', da: expect.stringContaining('Velkommen') } } });
  expect(pod.resources.registry.require('DK').names.own).toBe('Kongeriget Danmark');
  await expectPublished(pod.ground.client, territory.territoryChanged, { territoryId: 'DK', status: 'active' });
  const back = await change('DK', { name: { own: null }, settings: { registration: null, welcome: { en: null } } });
  expect(back.body.name.own).toBeUndefined();
  expect(back.body.settings.registration).toBe('open');
});

it('lets nobody change what they do not manage', async () => {
  await opened('DK-RIBE', 'DK');
  const [below, stranger] = [await someone('DK', 'DK-RIBE'), await someone('NO', 'NO', 'DK')];
  expect((await change('DK-RIBE', { name: { en: 'Old Ribe' } }, below)).body.name.en).toBe('Old Ribe');
  expect((await change('DK', { name: { en: 'Ours' } }, below)).problem.code).toBe('badge_required');
  expect((await change('DK', { name: { en: 'Ours' } }, stranger)).problem.code).toBe('territory_outside_authority');
  expect((await change('DK-COPENHAGEN', { name: { en: 'Havn' } })).problem.code).toBe('territory_not_served');
  expect((await change('ATLANTIS', {})).problem.code).toBe('not_found');
  expect((await pod.call(territory.changeTerritory, { params: { territoryId: 'DK' }, body: {} })).problem.code).toBe('not_signed_in');
});

it('suspends, resumes and archives a community, for good', async () => {
  await opened('DK-RIBE', 'DK');
  const epoch = pod.resources.registry.require('DK-RIBE').routingEpoch;
  expect((await setStatus('DK-RIBE', 'suspended')).body.status).toBe('suspended');
  await expectPublished(pod.ground.client, territory.territoryChanged, { territoryId: 'DK-RIBE', status: 'suspended', routingEpoch: epoch + 1 });
  expect((await pod.call(territory.getCurrentTerritory, { territory: 'DK-RIBE' })).problem).toMatchObject({ code: 'territory_suspended', params: { territory: 'Old Ribe' } });
  expect((await setStatus('DK-RIBE', 'active')).body.status).toBe('active');
  expect((await setStatus('DK-RIBE', 'active')).status).toBe(200);
  expect((await setStatus('DK-RIBE', 'archived')).body.status).toBe('archived');
  expect((await pod.call(territory.getCurrentTerritory, { territory: 'DK-RIBE' })).problem.code).toBe('territory_archived');
  expect((await setStatus('DK-RIBE', 'active')).problem.code).toBe('territory_archived');
  expect((await change('DK-RIBE', {})).problem.code).toBe('territory_archived');
  expect(await pod.ground.query(`select status, reason, changed_by from global.territory_status_changes where territory = 'DK-RIBE' order by id`)).toEqual(
    ['suspended', 'active', 'archived'].map((status) => ({ status, reason: 'For the test', changed_by: freja.memberId })));
});

it('refuses dangerous changes of status', async () => {
  for (const id of ['DK-RIBE', 'DK-RIBE-A']) await opened(id, id === 'DK-RIBE' ? 'DK' : 'DK-RIBE');
  const [own, stranger] = [await someone('DK', 'DK-RIBE'), await someone('NO', 'NO')];
  expect((await setStatus('DK-RIBE', 'archived')).problem).toMatchObject({ code: 'territory_has_communities', params: { communities: 'DK-RIBE-A' } });
  expect((await setStatus('DK-RIBE', 'suspended', own)).problem.code).toBe('badge_required');
  expect((await setStatus('DK-RIBE', 'suspended', await someone('DK-RIBE', 'DK'))).problem.code).toBe('territory_own_status');
  expect((await setStatus('DK-RIBE', 'suspended', stranger)).problem.code).toBe('territory_outside_authority');
  expect((await setStatus('DK', 'suspended')).problem.code).toBe('territory_by_operator');
  expect((await setStatus('NO', 'suspended')).problem.code).toBe('territory_outside_authority');
  expect((await setStatus('DK-COPENHAGEN', 'suspended')).problem.code).toBe('territory_not_served');
  expect((await pod.call(territory.setTerritoryStatus, { as: freja, params: { territoryId: 'DK-RIBE' }, body: { status: 'suspended', reason: '' } })).problem.code).toBe('input_invalid');
  expect((await setStatus('DK-RIBE', 'listed')).problem.code).toBe('input_invalid');
});

it('keeps one territory open, however many are closed at once', async () => {
  await pod.ground.query(`update global.territories set status = 'suspended' where status = 'active' and id not in ('DK', 'NO')`);
  const statuses = new StatusRepository(new Outbox(), 'dk');
  const db = pod.service('territory').db as unknown as TerritoryDb;
  const close = (id: string) => db.global.transact((tx) => statuses.change(tx, { territory: id, status: 'suspended', reason: 'At once', by: null })).then(() => 'closed', (error: { contract: { code: string } }) => error.contract.code);
  expect((await Promise.all([close('DK'), close('NO')])).sort()).toEqual(['closed', 'territory_last']);
});
