import { Controller, Module } from '@nestjs/common';
import { badge as badges, defineRoute, moderators, type Gate } from '@unityplan/contracts';
import { Broadcasts, RpcClient } from '@unityplan/messaging';
import { Permissions, Route, startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import { createLogger } from '@unityplan/telemetry';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { startBadge } from '../src/app.ts';
import { startBadgeWorld, type BadgeWorld } from './badge-world.ts';

// A door in another service.
const door = defineRoute({ owner: 'forum', id: 'testDoor', method: 'POST', path: '/test-door', access: { gate: moderators }, about: 'For this test.', answer: z.object({ open: z.boolean() }), status: 200 });
@Controller()
class Door {
  @Route(door)
  open() {
    return { open: true };
  }
}
@Module({ controllers: [Door] })
class DoorModule {}
// Under a name whose calls nobody has to answer here.
const startDoor = (options: Omit<ServiceOptions, 'name' | 'module'>): Promise<RunningService> => startService({ ...options, name: 'api-gateway', module: DoorModule });

const moderator: Gate = { rule: 'badge', badge: 'moderator' };
let world: BadgeWorld;
beforeAll(async () => void (world = await startBadgeWorld({ services: [startDoor] })));
afterAll(() => world?.stop());

const call: BadgeWorld['call'] = (route, options) => world.call({ ...route, owner: 'api-gateway' } as typeof route, options);

it('a door in another service opens and closes with the badge, and says what is missing', async () => {
  const [manager, bo] = [await world.manager('chief'), await world.person('bo')];
  const knock = () => call(door, { as: bo });
  const courseId = await world.course('moderator', { title: 'Keeping order' });
  const refused = await knock();
  expect(refused.problem).toMatchObject({
    status: 403, code: 'badge_required', title: 'This is open to people with the badges Moderator or Territory manager.', detail: 'The way in: take the course “Keeping order”.',
    params: { needs: 'one', lacking: [{ badge: 'moderator', reason: 'missing', course: { courseId } }, { badge: 'territory-manager', course: null }] },
  });
  expect((await call(door, { as: bo, headers: { 'accept-language': 'da' } })).problem.title).toBe('Det her er åbent for folk med emblemerne Moderator eller Territorieansvarlig.');
  expect((await call(door, {})).problem).toMatchObject({ status: 401, code: 'not_signed_in' });

  // At once, though the refusal is still remembered.
  const { body } = await world.call(badges.createAward, { as: manager, params: { badge: 'moderator' }, body: { memberId: bo.memberId, reason: 'Trusted' } });
  expect((await knock()).status).toBe(200);
  expect((await knock()).status).toBe(200);

  await world.call(badges.revokeAward, { as: manager, params: { awardId: body.awardId }, body: { reason: 'Not any more' } });
  await expect.poll(async () => (await knock()).status, { interval: 5, timeout: 20_000 }).toBe(403);
  // A manager may do what the other roles may; one of a place below has no power here.
  expect((await call(door, { as: manager })).status).toBe(200);
  await world.call(badges.createAward, { as: manager, params: { badge: 'moderator' }, body: { memberId: bo.memberId, reason: 'There', territory: 'DK-COPENHAGEN' } });
  expect((await knock()).problem).toMatchObject({ code: 'badge_required', params: { lacking: [{ reason: 'elsewhere' }, {}] } });
});

it('a revocation is felt where its broadcast was lost, too', async () => {
  const [manager, bo] = [await world.manager('chief2'), await world.person('bo2')];
  const { resources } = world;
  const deaf = new Permissions({
    rpc: new RpcClient({ link: resources.nats, pod: 'dk' }), broadcasts: new Broadcasts({ link: resources.nats, pod: 'dk', service: 'test' }), registry: resources.registry,
    clock: () => world.now, log: createLogger({ service: 'test', level: 'silent' }),
  });
  const opens = async () => (await deaf.check('DK', bo.memberId, moderator)).allowed;
  const { body } = await world.call(badges.createAward, { as: manager, params: { badge: 'moderator' }, body: { memberId: bo.memberId, reason: 'Trusted' } });
  expect(await opens()).toBe(true);
  await world.call(badges.revokeAward, { as: manager, params: { awardId: body.awardId }, body: { reason: 'Not any more' } });
  expect(await opens()).toBe(true); // what it knew
  await expect.poll(opens, { interval: 5, timeout: 20_000 }).toBe(false);
});

it('while the badge service is away: cached rights go on, no new ones come, and the answer says so; then everything is as before', async () => {
  const [manager, bo, ida] = [await world.manager('chief4'), await world.person('bo4'), await world.person('ida4')];
  const heard = new Promise<void>((resolve) => world.service('api-gateway').app.get(Permissions).onChange((_territory, memberId) => memberId === bo.memberId && resolve()));
  await world.award(manager, 'moderator', { memberId: bo.memberId, reason: 'Trusted' });
  await heard; // or what is known now would be forgotten in a moment
  expect((await call(door, { as: bo })).status).toBe(200);
  expect((await call(door, { as: ida })).status).toBe(403);
  await world.service('badge').close();
  // Past the second for which no question is asked.
  for (const until = performance.now() + 1_100; performance.now() < until; ) expect((await call(door, { as: bo })).status).toBe(200);
  for (const as of [ida, await world.person('new')]) {
    const { problem, headers } = await call(door, { as });
    expect(problem).toMatchObject({ status: 503, code: 'service_unavailable', title: 'A part of the platform is not answering.' });
    expect(headers['retry-after']).toBeDefined();
  }
  const back = await startBadge({ config: world.config, port: 0, resources: world.resources, clock: () => world.now });
  try {
    await expect.poll(async () => (await call(door, { as: ida })).status, { timeout: 20_000 }).toBe(403);
    expect((await call(door, { as: bo })).status).toBe(200);
  } finally {
    await back.close();
  }
});
