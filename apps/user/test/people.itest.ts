import { user } from '@unityplan/contracts';
import { deliver } from '@unityplan/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { userAlone, type UserAlone } from './support.ts';

let pod: UserAlone;
beforeAll(async () => {
  pod = await userAlone();
});
afterAll(() => pod?.stop());

const named = async (handle: string, displayName: string, territory = 'DK') => {
  const member = await pod.verified(territory);
  await pod.call(user.updateOwnProfile, { as: member, body: { handle, displayName } });
  return member;
};
const people = async (memberIds: string[], territory = 'DK') => (await pod.rpc.call(user.getPeople, territory, { memberIds })).people;

it('tells many people in one call, in the order asked for, unknown ones left out', async () => {
  const [a, b] = [await named('alma', 'Alma'), await named('bo', 'Bo').catch(() => undefined)];
  const c = await named('carl', 'Carl Ærø');
  expect(await people([c.memberId, v7(), a.memberId, c.memberId, b!.memberId])).toEqual([
    { memberId: c.memberId, handle: 'carl', displayName: 'Carl Ærø', avatar: null },
    { memberId: a.memberId, handle: 'alma', displayName: 'Alma', avatar: null },
    { memberId: b!.memberId, handle: expect.stringMatching(/^member-/), displayName: null, avatar: null }, // "bo" is too short
  ]);
  expect(await people([])).toEqual([]);
  expect(await people([a.memberId], 'NO')).toEqual([]);
});

it('forgets a remembered name as soon as the change is heard of', async () => {
  const member = await named('dorte', 'Dorte');
  expect((await people([member.memberId]))[0]!.displayName).toBe('Dorte');
  await pod.call(user.updateOwnProfile, { as: member, body: { displayName: 'Dorthe' } });
  await vi.waitFor(async () => expect((await people([member.memberId]))[0]!.displayName).toBe('Dorthe'), { timeout: 20_000 });
});

it('resolves handles whatever their case', async () => {
  const member = await named('emil', 'Emil');
  expect(await pod.rpc.call(user.resolveHandles, 'DK', { handles: ['EMIL', 'emil', 'nobody'] })).toEqual({ people: [{ handle: 'emil', memberId: member.memberId }] });
  expect(await pod.rpc.call(user.resolveHandles, 'NO', { handles: ['emil'] })).toEqual({ people: [] });
});

it('tells how to speak to a member, also before there is a profile', async () => {
  const member = await named('frida', 'Frida');
  expect(await pod.rpc.call(user.getLocale, 'DK', { memberId: member.memberId })).toEqual({ language: 'da', timeZone: 'Europe/Copenhagen', displayName: 'Frida', handle: 'frida' });
  expect(await pod.rpc.call(user.getLocale, 'NO', { memberId: v7() })).toEqual({ language: 'en', timeZone: 'Europe/Oslo', displayName: null, handle: null });
});

it('suggests by the start of the handle; signs of patterns are only signs', async () => {
  const as = await named('gorm_1', 'Gorm');
  await named('gorm-2', 'Gorm To');
  await named('gormx', 'Gormx');
  const suggest = async (prefix?: string) => (await pod.call(user.suggestPeople, { as, query: prefix === undefined ? {} : { prefix } })).body.items.map(({ handle }) => handle);
  expect((await suggest('GORM'))?.sort()).toEqual(['gorm-2', 'gorm_1', 'gormx']);
  expect(await suggest('gorm_')).toEqual(['gorm_1']);
  expect(await suggest('%')).toEqual([]);
  expect(await suggest('\\')).toEqual([]);
  expect((await suggest())!.length).toBeLessThanOrEqual(8);
  expect((await pod.call(user.suggestPeople, { query: { prefix: 'g' } })).problem.code).toBe('not_signed_in');
});

it('finds handles by an index', async () => {
  await pod.ground.query('set enable_seqscan = off');
  const plan = await pod.ground.query<Record<string, string>>(`explain select 1 from territory_dk.user_profiles where handle like 'gorm%' order by handle limit 8`);
  await pod.ground.query('reset enable_seqscan');
  expect(JSON.stringify(plan)).toContain('user_profiles_handle_prefix');
});

it('lists every verified member in the directory, once, by the event that the profile publishes', async () => {
  const [dk, no] = [await pod.verified('DK'), await pod.verified('NO')];
  await pod.settled();
  await deliver(pod.messaging, user.profileCreated, { memberId: dk.memberId }); // told again
  const rows = await pod.ground.query('select user_id, home_territory, status from global.user_directory where user_id = any ($1) order by home_territory', [[dk.memberId, no.memberId]]);
  expect(rows).toEqual([{ user_id: dk.memberId, home_territory: 'DK', status: 'active' }, { user_id: no.memberId, home_territory: 'NO', status: 'active' }]);
});
