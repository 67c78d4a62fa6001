import { join } from 'node:path';
import { startAuth } from '@unityplan/auth/app';
import { startBadge } from '@unityplan/badge/app';
import { auth, badge, course, roleKeys, territory } from '@unityplan/contracts';
import { courseConfig, startCourse } from '@unityplan/course/app';
import { eventConfig, startEvent } from '@unityplan/event/app';
import { RpcClient } from '@unityplan/messaging';
import { openResources, type PodResources } from '@unityplan/service-kit';
import { configured, startConstellation, type Constellation, type TestMember } from '@unityplan/testing';
import { startTerritory } from '@unityplan/territory-service/app';
import { startUser } from '@unityplan/user/app';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { endAll, order, provisioner, territory as command, until } from './rig.ts';

// Services that started with DK and NO alone, and are never told anything but what every process of a pod hears.
let pod: Constellation;
let freja: TestMember;
let rpc: RpcClient;
/** What another process of the same pod knows. */
let elsewhere: PodResources;
beforeAll(async () => {
  pod = await startConstellation({
    config: { territories: ['DK', 'NO', 'DK-NEW', 'DK-OWN', 'CA', 'HAIDA-FN-CA', 'SAMI-FN-NO'] },
    services: [
      configured(startEvent, eventConfig), startUser, startBadge, startAuth, startTerritory,
      configured(startCourse, courseConfig, { coursesDir: join(import.meta.dirname, '../../../apps/course/content') }),
    ],
  });
  rpc = new RpcClient({ link: pod.resources.nats, pod: 'dk' });
  elsewhere = await openResources(pod.config, 'forum');
  freja = await manager('DK');
}, 120_000);
afterEach(endAll);
afterAll(async () => {
  await elsewhere?.close();
  await pod?.stop();
});

async function manager(home: string, at = home): Promise<TestMember> {
  const member = await pod.member(home);
  await rpc.call(badge.awardBadge, home, { memberId: member.memberId, badge: roleKeys.manager, level: 1, territory: at, reason: 'For the test', expiresAt: null, key: `${member.memberId} ${at}` });
  return member;
}
const served = (id: string): boolean => [pod.resources, elsewhere].every(({ registry }) => registry.served('dk').some((one) => one.id === id));
const setStatus = (territoryId: string, status: string) => pod.call(territory.setTerritoryStatus, { as: freja, params: { territoryId }, body: { status, reason: 'For the test' } });
const deadLetters = async () => (await pod.ground.query<{ n: number }>('select count(*)::int as n from messaging.dead_letters'))[0]!.n;

it('a manager’s new community is a whole territory in moments, with no restart', async () => {
  provisioner(pod.ground);
  const { body, status } = await pod.call(territory.requestTerritory, { as: freja, body: { territoryId: 'DK-NEW', name: { en: 'New', da: 'Ny', own: 'Yolŋu' }, defaultLanguage: 'da' } });
  expect(status).toBe(202);
  const started = performance.now();
  await until(() => served('DK-NEW'), 'every process to hear of it');
  console.log(`order to open: ${((performance.now() - started) / 1000).toFixed(2)} s`);
  expect((await pod.call(territory.getTerritoryOrder, { as: freja, params: { orderId: body.orderId } })).body).toMatchObject({ status: 'done', host: 'dk-new.localhost:8080', doneAt: expect.any(String) });
  expect((await pod.call(territory.getCurrentTerritory, { territory: 'DK-NEW' })).body).toMatchObject({ name: { own: 'Yolŋu' }, parent: 'DK', sovereign: 'DK' });
  await until(async () => (await pod.ground.query(`select from global.issuer_keys where territory = 'DK-NEW' and jwk ? 'alg'`)).length > 0, 'its signing keys');
  await until(async () => (await pod.call(course.listCourses, { territory: 'DK-NEW' })).body.items.length > 0, 'its courses');
  await pod.drain();
  expect(await pod.ground.query(`select from territory_dk_new.audit_entries where name = 'territory.changed'`)).toHaveLength(1);
  expect(await deadLetters()).toBe(0);
});

it('rests while it is suspended, and goes on as it was', async () => {
  const before = (await pod.call(course.listCourses, { territory: 'DK-NEW' })).body.items.length;
  expect((await setStatus('DK-NEW', 'suspended')).status).toBe(200);
  for (const route of [course.listCourses, territory.getCurrentTerritory, territory.listTerritories])
    expect((await pod.call(route as typeof course.listCourses, { territory: 'DK-NEW' })).problem).toMatchObject({ code: 'territory_suspended', status: 403, params: { territory: 'New' }, detail: expect.stringContaining('Nothing is lost') });
  expect((await pod.call(course.listCourses, { territory: 'DK-NEW', headers: { 'accept-language': 'da' } })).problem.title).toBe('Ny er lukket for en tid.');
  expect((await setStatus('DK-NEW', 'active')).status).toBe(200);
  expect((await pod.call(course.listCourses, { territory: 'DK-NEW' })).body.items).toHaveLength(before);
  expect((await setStatus('DK-NEW', 'archived')).status).toBe(200);
  expect((await pod.call(course.listCourses, { territory: 'DK-NEW' })).problem).toMatchObject({ code: 'territory_archived', status: 403 });
  await pod.drain();
  expect(await deadLetters()).toBe(0);
});

it('has the outbox of a database that came with a territory carried too', async () => {
  const database = `${new URL(pod.ground.databaseUrl).pathname.slice(1)}_own`;
  provisioner(pod.ground);
  await order(pod.ground, 'DK-OWN', 'DK', { database });
  await until(() => served('DK-OWN'), 'DK-OWN');
  const answer = await pod.call(auth.register, { territory: 'DK-OWN', body: { email: 'nana@example.org', password: 'salt water and nine herrings', language: 'da' } });
  expect(answer.status).toBe(202);
  await pod.drain();
  const [one] = await pod.ground.query<{ here: boolean }>(`select to_regnamespace('territory_dk_own') is not null as here`);
  expect(one!.here).toBe(false);
  const trail = await pod.service('event').db.read('DK-OWN', (reader) => (reader as never as { selectFrom(table: string): { select(column: string): { execute(): Promise<{ name: string }[]> } } }).selectFrom('audit_entries').select('name').execute());
  expect(trail.map(({ name }) => name)).toContain('account.registered');
});

it('gives CA no power in HAIDA-FN-CA nor NO in SAMI-FN-NO, and the reverse', async () => {
  for (const id of ['CA', 'HAIDA-FN-CA', 'SAMI-FN-NO']) expect((await command(pod.ground, ['create', id])).code).toBe(0);
  await until(() => ['CA', 'HAIDA-FN-CA', 'SAMI-FN-NO'].every(served), 'three more');
  for (const [mine, theirs] of [['CA', 'HAIDA-FN-CA'], ['HAIDA-FN-CA', 'CA'], ['NO', 'SAMI-FN-NO'], ['SAMI-FN-NO', 'NO']] as const) {
    const boss = await manager(mine);
    // Even written down by force, as if the other pod's badge service were somebody's own.
    await pod.ground.query(`update territory_${mine.toLowerCase().replaceAll('-', '_')}.user_badges set territory = $1 where member_id = $2`, [theirs, boss.memberId]);
    const tries = [
      pod.call(territory.requestTerritory, { as: boss, body: { territoryId: `${theirs}-MINE`, name: { en: 'Mine', da: 'Min' }, parent: theirs, defaultLanguage: 'en' } }),
      pod.call(territory.changeTerritory, { as: boss, params: { territoryId: theirs }, body: { name: { en: 'Mine' } } }),
      pod.call(territory.setTerritoryStatus, { as: boss, params: { territoryId: theirs }, body: { status: 'archived', reason: 'Mine now' } }),
      pod.call(territory.changeTerritory, { as: boss, territory: theirs, params: { territoryId: theirs }, body: { name: { en: 'Mine' } } }),
      pod.call(territory.listTerritoryOrders, { as: boss, territory: theirs }),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status), `${mine} in ${theirs}`).toEqual([403, 403, 403, 403, 403]);
  }
  for (const id of ['HAIDA-FN-CA', 'SAMI-FN-NO']) {
    expect((await pod.call(territory.getTerritory, { params: { territoryId: id } })).body).toMatchObject({ parent: null, sovereign: id, ancestors: [], status: 'active' });
    await expect(pod.ground.query(`update global.territories set parent_territory = 'CA' where id = $1`, [id])).rejects.toThrow(/cannot move|top_level/);
  }
});
