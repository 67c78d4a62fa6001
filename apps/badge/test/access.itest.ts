import { badge as badges, type Gate } from '@unityplan/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBadgeWorld, type BadgeWorld } from './badge-world.ts';
import { calls, courses } from './course-stand-in.ts';

let world: BadgeWorld;
beforeAll(async () => void (world = await startBadgeWorld()));
afterAll(() => world?.stop());

const host: Gate = { rule: 'badge', badge: 'community-host' };

describe('why not', () => {
  it('names the badge in both languages, the reason and the course that gives it', async () => {
    const [courseId, bo] = [await world.course('community-host', { title: 'Hosting well' }), await world.person('bo')];
    const ask = (memberId: string | null) => world.rpc.call(badges.checkAccess, 'DK', { memberId, place: 'DK', gate: host });
    expect(await ask(bo.memberId)).toEqual({
      allowed: false, until: null, needs: 'all',
      lacking: [{ badge: 'community-host', name: { en: 'Community host', da: 'Samtalevært' }, level: 1, reason: 'missing', expiredAt: null, course: { courseId, slug: courseId, title: { en: 'Hosting well', da: 'Hosting well (da)' } } }],
    });
    expect(await ask(null)).toMatchObject({ allowed: false, lacking: [{ reason: 'missing' }] });
    await world.complete(bo, { courseId });
    expect(await ask(bo.memberId)).toEqual({ allowed: true, until: (await world.holdings(bo))[0]!.expiresAt, needs: 'all', lacking: [] });
    expect(await ask(null)).toMatchObject({ allowed: false });
  });

  it('leads to a course of the level that is asked for, and to none that is archived', async () => {
    const [first, second] = [await world.course('translator', { level: 1 }), await world.course('translator', { level: 2 })];
    const bo = await world.person('bo2');
    const courseFor = async (level: number) => (await world.rpc.call(badges.checkAccess, 'DK', { memberId: bo.memberId, place: 'DK', gate: { rule: 'badge', badge: 'translator', level } })).lacking[0]!.course?.courseId;
    expect([await courseFor(1), await courseFor(2), await courseFor(3)]).toEqual([first, second, undefined]);
    const { deliver } = await import('@unityplan/testing');
    const { course } = await import('@unityplan/contracts');
    await deliver(world.service('badge').messaging, course.courseArchived, { courseId: first });
    expect([await courseFor(1), await courseFor(2)]).toEqual([second, second]);
    // A version that gives nothing any more.
    await deliver(world.service('badge').messaging, course.coursePublished, { courseId: second, badge: null });
    expect(await courseFor(1)).toBeUndefined();
  });

  it('asks the course service once for many, and does without it', async () => {
    const courseId = await world.course('teacher', { title: 'Teaching' });
    const bo = await world.person('bo3');
    const ask = () => world.rpc.call(badges.checkAccess, 'DK', { memberId: bo.memberId, place: 'DK', gate: { rule: 'badge', badge: 'teacher' } });
    await ask();
    const before = calls.describeCourses;
    for (let n = 0; n < 5; n++) expect((await ask()).lacking[0]!.course).toMatchObject({ courseId, title: { en: 'Teaching' } });
    expect(calls.describeCourses).toBe(before);
    courses.delete(`DK ${courseId}`); // unpublished there, and not yet heard of here
    expect((await ask()).lacking[0]!.course).toMatchObject({ courseId });
  });

  it('is the same over HTTP, for members and guests', async () => {
    const bo = await world.person('bo4');
    const gate: Gate = { rule: 'any', of: [host, { rule: 'badge', badge: 'no-such-badge' }] };
    const [member, guest] = [await world.call(badges.checkOwnAccess, { as: bo, body: { gate } }), await world.call(badges.checkOwnAccess, { body: { gate: { rule: 'member' } } })];
    expect(member.body).toMatchObject({ allowed: false, needs: 'one', lacking: [{ badge: 'community-host' }, { badge: 'no-such-badge', name: { en: 'no-such-badge' }, course: null }] });
    expect(guest.body).toEqual({ allowed: false, until: null, needs: 'all', lacking: [] });
    expect((await world.call(badges.checkOwnAccess, { as: bo, body: { gate: { rule: 'member' } } })).body.allowed).toBe(true);
  });

  it.each<[string, unknown]>([
    ['no gate', {}],
    ['an unknown rule', { gate: { rule: 'nobody' } }],
    ['more parts than it lists', { gate: { rule: 'atLeast', count: 2, of: [{ rule: 'member' }] } }],
    ['a rule too deep', { gate: Array.from({ length: 2_000 }).reduce<unknown>((of) => ({ rule: 'all', of: [of] }), { rule: 'member' }) }],
    ['a field that there is not', { gate: { rule: 'member', unless: 'friday' } }],
  ])('refuses %s', async (_name, body) => {
    expect((await world.call(badges.checkOwnAccess, { body })).problem).toMatchObject({ status: 400, code: 'input_invalid' });
  });
});

it('tells the prerequisites of a badge to who asks for it', async () => {
  const bo = await world.person('bo5');
  const get = async () => (await world.call(badges.getBadge, { as: bo, params: { badge: 'newcomer-guide' } })).body;
  expect(await get()).toMatchObject({ held: null, way: { allowed: false, lacking: [{ badge: 'community-host' }] } });
  await world.complete(bo);
  expect(await get()).toMatchObject({ way: { allowed: true } });
  expect((await world.call(badges.getBadge, { as: bo, params: { badge: 'community-host' } })).body).toMatchObject({ held: { state: 'valid' }, way: null });
});

it('answers for many members at once, with one statement, and lists who is in office', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, (_, n) => world.person(`many${n}`)));
  for (const person of people.slice(0, 3)) await world.complete(person);
  const memberIds = people.map(({ memberId }) => memberId);
  const { holders } = await world.rpc.call(badges.getHoldings, 'DK', { memberIds });
  expect(holders.map(({ memberId }) => memberId).sort()).toEqual([...memberIds].sort());
  expect(holders.filter(({ holdings }) => holdings.length > 0).map(({ memberId }) => memberId).sort()).toEqual(memberIds.slice(0, 3).sort());
  const [manager, local] = [await world.manager('m'), await world.person('l')];
  await world.award(manager, 'moderator', { memberId: local.memberId, reason: 'There', territory: 'DK-COPENHAGEN' });
  const inOffice = (await world.rpc.call(badges.listRoleHolders, 'DK', { badges: ['moderator', 'territory-manager'] })).memberIds;
  expect(inOffice.sort()).toEqual([manager.memberId, local.memberId].sort());
  expect((await world.rpc.call(badges.listRoleHolders, 'NO', { badges: ['moderator', 'territory-manager'] })).memberIds).toEqual([]);
});
