import { badge as badges } from '@unityplan/contracts';
import { Permissions } from '@unityplan/service-kit';
import type { TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBadge } from '../src/app.ts';
import { startBadgeWorld, startOfTime, type BadgeWorld } from './badge-world.ts';

const dayMs = 86_400_000;
let world: BadgeWorld;
let manager: TestMember;
// Two processes of the service share the work, and none of it is done twice.
beforeAll(async () => {
  world = await startBadgeWorld({ services: [startBadge] });
  manager = await world.manager('chief');
});
afterAll(() => world?.stop());
beforeEach(() => void (world.now = startOfTime));
const patient = { timeout: 20_000 };

const expiring = async (member: TestMember) => (await world.published(badges.badgeExpiring, member.memberId)).map(({ payload }) => payload.days);
const expired = async (member: TestMember) => (await world.published(badges.badgeExpired, member.memberId)).length;
async function organiser(handle: string): Promise<TestMember> {
  const member = await world.person(handle);
  await world.award(manager, 'event-organiser', { memberId: member.memberId, reason: 'Party' });
  return member;
}

it('ends at its instant: told once, by whichever process', async () => {
  const people = [];
  for (let n = 0; n < 5; n++) {
    people.push(await organiser(`bo${n}`));
    world.now += 60_000;
  }
  for (const [n, person] of people.entries()) {
    world.now = startOfTime + n * 60_000 + 365 * dayMs - 1;
    await expect.poll(() => expiring(person), patient).toEqual([1]);
    world.now += 1;
    await expect.poll(() => expired(person), { ...patient, interval: 5 }).toBe(1);
  }
  const bo = people[0]!;
  expect(await world.published(badges.badgeExpired, bo.memberId)).toMatchObject([{ aggregate: bo.memberId, payload: { badge: 'event-organiser', territory: 'DK', memberId: bo.memberId } }]);
  expect((await world.call(badges.listOwnAwards, { as: bo })).body.items[0]).toMatchObject({ state: 'expired' });
  expect((await world.call(badges.listMemberBadges, { as: manager, params: { memberId: bo.memberId } })).body.items).toMatchObject([{ state: 'expired' }]);
  // Holders are listed by what the clock says.
  const listed = await world.call(badges.listHolders, { as: manager, params: { badge: 'event-organiser' }, query: { state: 'expired' } });
  expect(listed.body.items.map(({ holder }) => holder.handle)).toEqual(['bo4', 'bo3', 'bo2', 'bo1', 'bo0']);
});

it('is announced 30, 7 and 1 days before, once each, and not what a jump of the clock has overtaken', async () => {
  const [steady, jumpy] = [await organiser('steady'), await organiser('jumpy')];
  const end = startOfTime + 365 * dayMs;
  for (const [at, told] of [[end - 30 * dayMs - 1, []], [end - 30 * dayMs, [30]], [end - 8 * dayMs, [30]], [end - 7 * dayMs, [30, 7]]] as const) {
    world.now = at;
    await expect.poll(() => expiring(steady), patient).toEqual(told);
  }
  world.now = end - 7 * dayMs - 1; // back
  world.now = end - dayMs + 5;
  await expect.poll(() => expiring(steady), patient).toEqual([30, 7, 1]);
  expect(await expiring(jumpy)).toEqual([30, 7, 1]);
  const late = await organiser('late'); // awarded now, for another year
  world.now = end + 365 * dayMs - 3 * dayMs;
  await expect.poll(() => expiring(late), patient).toEqual([7]);
  await expect.poll(() => expired(steady), patient).toBe(1);
  expect(await expiring(steady)).toEqual([30, 7, 1]);
});

it('closes doors by the clock alone, and opens them again when it is renewed under the same id', async () => {
  const ida = await world.person('ida');
  const courseId = await world.course('community-host');
  await world.complete(ida, { courseId });
  const permissions = world.service('course').app.get(Permissions);
  const opens = async () => (await permissions.check('DK', ida.memberId, { rule: 'badge', badge: 'community-host' })).allowed;
  const own = async () => (await world.call(badges.listOwnAwards, { as: ida })).body.items[0]!;
  expect(await opens()).toBe(true);
  const { awardId } = await own();
  const end = startOfTime + 365 * dayMs;
  world.now = end - 1;
  expect(await opens()).toBe(true);
  world.now = end;
  expect(await opens()).toBe(false);
  expect(await own()).toMatchObject({ state: 'expired', renewable: true });
  const refused = await world.call(badges.checkOwnAccess, { as: ida, body: { gate: { rule: 'badge', badge: 'community-host' } } });
  expect(refused.body).toMatchObject({ allowed: false, needs: 'all', lacking: [{ reason: 'expired', expiredAt: new Date(end).toISOString(), course: { courseId } }] });

  world.now = end + 10 * dayMs;
  await world.complete(ida, { courseId });
  await expect.poll(opens, patient).toBe(true);
  expect(await own()).toMatchObject({ awardId, state: 'valid', source: 'renewal', expiresAt: new Date(end + 375 * dayMs).toISOString(), renewable: false });
  expect((await world.published(badges.badgeAwarded, ida.memberId)).map(({ payload }) => payload.source)).toEqual(['course', 'renewal']);
});

describe('renewing before the end', () => {
  it.each([
    ['within its last 60 days goes on from its end', 320, 365 + 365],
    ['at the first instant of them, too', 305, 365 + 365],
    ['before them counts from now', 304, 304 + 365],
  ])('%s', async (_name, onDay, endsOnDay) => {
    const bo = await world.person('renewer');
    const courseId = await world.course('community-host');
    await world.complete(bo, { courseId });
    world.now = startOfTime + onDay * dayMs;
    expect((await world.call(badges.listOwnAwards, { as: bo })).body.items[0]).toMatchObject({ renewable: onDay >= 305 });
    await world.complete(bo, { courseId });
    expect((await world.holdings(bo)).map(({ expiresAt }) => expiresAt)).toEqual([new Date(startOfTime + endsOnDay * dayMs).toISOString()]);
  });

  it('is announced again for its new end', async () => {
    const bo = await organiser('again');
    world.now = startOfTime + 340 * dayMs;
    await expect.poll(() => expiring(bo), patient).toEqual([30]);
    await world.award(manager, 'event-organiser', { memberId: bo.memberId, reason: 'Another party' });
    world.now = startOfTime + 365 * dayMs;
    world.now = startOfTime + (365 + 340) * dayMs;
    await expect.poll(() => expiring(bo), patient).toEqual([30, 30]);
    expect(await expired(bo)).toBe(0);
  });
});

it('says nothing of what was taken back', async () => {
  const bo = await organiser('gone');
  const { items: [award] } = (await world.call(badges.listOwnAwards, { as: bo })).body;
  await world.call(badges.revokeAward, { as: manager, params: { awardId: award!.awardId }, body: { reason: 'A mistake' } });
  const ida = await organiser('stays');
  world.now = startOfTime + 366 * dayMs;
  await expect.poll(() => expired(ida), patient).toBe(1);
  expect([await expiring(bo), await expired(bo)]).toEqual([[], 0]);
});

it('tells what falls due at one instant once each, however many', async () => {
  const people = await Promise.all(Array.from({ length: 250 }, (_, n) => world.person(`many${n}`)));
  await Promise.all(people.map((person) => world.complete(person)));
  world.now = startOfTime + 400 * dayMs;
  const ids = people.map(({ memberId }) => memberId);
  const count = async () => (await world.published(badges.badgeExpired)).filter(({ payload }) => ids.includes(payload.memberId)).map(({ payload }) => payload.memberId);
  await expect.poll(async () => (await count()).length, patient).toBe(250);
  expect(new Set(await count()).size).toBe(250);
});
