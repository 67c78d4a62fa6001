import { badge, forum, notification } from '@unityplan/contracts';
import type { TestBrowser } from '@unityplan/testing';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld, type Person } from './notification-world.ts';
import { known } from './stand-ins.ts';

let world: NotificationWorld;
beforeEach(async () => void (world = await startNotificationWorld()));
afterEach(async () => {
  const faults = world?.push.faults;
  await world?.stop();
  expect(faults).toEqual([]);
});

const { defaultPreferences: defaults } = notification;
const minute = 60_000;
const key = async (as: Person) => (await world.call(notification.getPushKey, { as })).body.publicKey;
async function subscribe(as: Person, device = 'Firefox'): Promise<TestBrowser> {
  const browser = world.push.browser(await key(as));
  const answer = await world.call(notification.subscribePush, { as, body: { ...browser.subscription, device } });
  expect(answer.status).toBe(200);
  return browser;
}
const people = async () => [await world.person('Freja'), await world.person('Bo')] as const;
const read = (browser: TestBrowser) => browser.inbox.map(({ text }) => notification.pushPayload.parse(JSON.parse(text)));
const jobs = () => world.jobs('push_jobs');

it('sends what a browser can read and a push service checks: encrypted, signed, with TTL, urgency and topic', async () => {
  const [freja, bo] = await people();
  const browser = await subscribe(freja);
  const { topicId } = await world.reply(bo, { to: freja, text: 'Hemmeligt' });
  await world.settled();
  const [item] = (await world.call(notification.listNotifications, { as: freja })).body.items;
  expect(read(browser)).toEqual([
    {
      version: 1, type: 'show', title: 'Havnebadet i vinter', body: 'Bo svarede dig i »Havnebadet i vinter«', url: `/topics/${topicId}/havnebadet-i-vinter#post-2`,
      tag: browser.inbox[0]!.topic, notificationId: item!.notificationId, unread: 1, language: 'da', private: false,
    },
  ]);
  expect(browser.inbox[0]).toMatchObject({ ttl: 86_400, urgency: 'normal', topic: expect.stringMatching(/^[\w-]{22}$/), claims: { aud: world.push.origin, sub: 'mailto:push@unityplan.org' } });
  // What was written stays off the screen of a locked phone.
  expect(browser.inbox[0]!.text).not.toContain('Hemmeligt');
  expect(await jobs()).toMatchObject([{ status: 'sent', attempts: 1, uncertain: false }]);
  // The next one about the topic takes its place, on the way and on the screen.
  await world.reply(bo, { to: freja, topicId, number: 3 });
  await world.settled();
  expect(browser.inbox).toHaveLength(2);
  expect(browser.waiting()).toHaveLength(1);
});

it('keeps one key per territory, and neither it nor an address in the clear', async () => {
  const [freja, bo] = await people();
  const other = await world.member('NO');
  const [first, again, norway] = [await key(freja), await key(bo), (await world.call(notification.getPushKey, { as: other })).body.publicKey];
  expect(first).toBe(again);
  expect(norway).not.toBe(first);
  expect(Buffer.from(first, 'base64url')).toHaveLength(65);
  const browser = await subscribe(freja);
  const stored = JSON.stringify([await world.rows('select * from territory_dk.push_subscriptions'), await world.rows('select * from territory_dk.vapid_keys')]);
  for (const secret of [browser.subscription.endpoint, browser.subscription.endpoint.split('/').at(-1)!, browser.subscription.keys.p256dh, browser.subscription.keys.auth, 'Firefox']) expect(stored).not.toContain(secret);
  const { VapidKeyService } = await import('../src/push/vapid-keys.service.ts');
  const keys = world.service('notification').app.get(VapidKeyService);
  expect(stored).not.toContain((await keys.of('DK')).privateKey);
});

it('says only that there is news when that is the wish', async () => {
  const [freja, bo] = await people();
  const browser = await subscribe(freja);
  await world.call(notification.setPreferences, { as: freja, body: { ...defaults, pushPrivate: true } });
  const { topicId } = await world.reply(bo, { to: freja });
  await world.settled();
  expect(read(browser)).toEqual([{ version: 1, type: 'show', title: 'Nyt til dig', body: 'Åbn dine notifikationer for at se, hvad det er.', url: '/notifications', tag: browser.inbox[0]!.topic, notificationId: null, unread: 1, language: 'da', private: true }]);
  for (const secret of ['Havnebadet', 'Bo', topicId]) expect(browser.inbox[0]!.text).not.toContain(secret);
});

it('reaches all devices of a member, in the language of the member, for other kinds too', async () => {
  const [freja, bo] = await people();
  const ann = await world.person('Ann', { language: 'en' });
  const browsers = [await subscribe(ann, 'Phone'), await subscribe(ann, 'Laptop')];
  await world.tell(badge.badgeExpired, { awardId: v7(), memberId: ann.memberId, badge: 'community-host', territory: 'DK' });
  await world.settled();
  for (const browser of browsers) expect(read(browser)).toMatchObject([{ title: 'Your badge “Badge community-host” has expired', body: '', url: '/badges/community-host', language: 'en' }]);
  expect(browsers[0]!.inbox[0]).toMatchObject({ ttl: 604_800, urgency: 'low' });
  const devices = (await world.call(notification.listPushDevices, { as: ann })).body.items;
  expect(devices.map(({ device, lastSentAt }) => [device, lastSentAt])).toEqual([['Laptop', '2026-11-21T09:00:00.000Z'], ['Phone', '2026-11-21T09:00:00.000Z']]);
  expect((await world.call(notification.listPushDevices, { as: freja })).body.items).toEqual([]);

  await world.call(notification.testPush, { as: ann, params: { subscriptionId: devices[0]!.subscriptionId } });
  await world.settled();
  expect(read(browsers[1]!).at(-1)).toMatchObject({ title: 'It works', url: '/notifications' });
  expect((await world.call(notification.testPush, { as: bo, params: { subscriptionId: devices[0]!.subscriptionId } })).problem).toMatchObject({ status: 404, code: 'not_found' });

  await world.call(notification.removePushDevice, { as: bo, params: { subscriptionId: devices[0]!.subscriptionId } });
  expect((await world.call(notification.listPushDevices, { as: ann })).body.items).toHaveLength(2);
  for (let i = 0; i < 2; i++) expect((await world.call(notification.removePushDevice, { as: ann, params: { subscriptionId: devices[0]!.subscriptionId } })).status).toBe(204);
  for (let i = 0; i < 2; i++) expect((await world.call(notification.unsubscribePush, { as: ann, body: { endpoint: browsers[0]!.subscription.endpoint } })).status).toBe(204);
  expect((await world.call(notification.listPushDevices, { as: ann })).body.items).toEqual([]);
});

it('belongs to who signed in last, and drops the oldest of too many', async () => {
  const [freja, bo] = await people();
  const browser = await subscribe(freja);
  world.push.plan({ status: 503 });
  await world.reply(bo, { to: freja });
  await world.settled();
  await world.call(notification.subscribePush, { as: bo, body: browser.subscription });
  await world.later(minute);
  expect(browser.inbox).toEqual([]);
  expect(await jobs()).toMatchObject([{ status: 'cancelled', note: 'the browser takes no messages any more' }]);
  expect((await world.call(notification.listPushDevices, { as: freja })).body.items).toEqual([]);
  for (let i = 0; i < 21; i++) await subscribe(freja, `Browser ${i}`);
  const devices = (await world.call(notification.listPushDevices, { as: freja })).body.items;
  expect([devices.length, devices[0]!.device, devices.at(-1)!.device]).toEqual([20, 'Browser 20', 'Browser 1']);
});

it.each([404, 410])('forgets a browser that is gone (%i)', async (status) => {
  const [freja, bo] = await people();
  const browser = await subscribe(freja);
  if (status === 410) browser.end();
  else world.push.plan({ status });
  await world.reply(bo, { to: freja });
  await world.settled();
  expect(await jobs()).toMatchObject([{ status: 'cancelled', note: 'the browser ended its subscription' }]);
  expect((await world.call(notification.listPushDevices, { as: freja })).body.items).toEqual([]);
  await world.reply(bo, { to: freja });
  expect(await jobs()).toHaveLength(1);
});

it('tries again when told to, no sooner', async () => {
  const [freja, bo] = await people();
  const browser = await subscribe(freja);
  world.push.plan({ status: 429, retryAfter: '600' }, { status: 503 }, 'drop');
  await world.reply(bo, { to: freja });
  await world.settled();
  expect(await jobs()).toMatchObject([{ status: 'queued', attempts: 1, note: 'the push service answered 429', next_at: new Date(world.now() + 600_000) }]);
  await world.later(9 * minute);
  expect(world.push.attempts).toHaveLength(1);
  await world.later(minute);
  expect(await jobs()).toMatchObject([{ status: 'queued', attempts: 2, note: 'the push service answered 503', uncertain: false }]);
  await world.later(3 * minute);
  expect(await jobs()).toMatchObject([{ status: 'queued', attempts: 3, uncertain: true }]);
  await world.later(60 * minute);
  expect(await jobs()).toMatchObject([{ status: 'sent', attempts: 4 }]);
  expect(browser.inbox).toHaveLength(1);
});

it.each([[400, 'failed'], [403, 'failed'], [413, 'failed'], [301, 'failed']])('gives up on a message that the service will never take (%i)', async (status, outcome) => {
  const [freja, bo] = await people();
  await subscribe(freja);
  world.push.plan({ status });
  await world.reply(bo, { to: freja });
  await world.settled();
  expect(await jobs()).toMatchObject([{ status: outcome, attempts: 1, note: `the push service answered ${status}` }]);
});

const without = (change: object) => ({ ...defaults, ...change });
it.each<[string, string, (reader: Person, post: { postId: string; topicId: string }) => Promise<unknown>]>([
  ['read meanwhile', 'read meanwhile', (as) => world.call(notification.markNotifications, { as, body: { mark: 'read', which: { all: true } } })],
  ['not wanted', 'not wanted any more', (as) => world.call(notification.setPreferences, { as, body: without({ pushPaused: true }) })],
  ['muted', 'muted meanwhile', (as, { topicId }) => world.call(notification.setTopicWatch, { as, params: { topicId }, body: { level: 'muted' } })],
  ['deleted', 'gone, hidden or closed to the member', async () => known.posts.clear()],
  ['deleted, and told of', 'the post was deleted', (_as, post) => world.tell(forum.postDeleted, post)],
  ['hidden', 'the post is hidden', (_as, { postId }) => world.tell(forum.postHidden, { postId })],
])('sends nothing that is %s before it is sent', async (_what, note, meanwhile) => {
  await world.stop();
  world = await startNotificationWorld({ config: { pushDelayMs: 5_000 } });
  const [freja, bo] = await people();
  const browser = await subscribe(freja);
  const post = await world.reply(bo, { to: freja });
  await world.settled();
  expect(await jobs()).toMatchObject([{ status: 'queued', attempts: 0 }]);
  await meanwhile(freja, post);
  await world.later(5_000);
  expect(browser.inbox).toEqual([]);
  expect((await jobs())[0]).toMatchObject({ status: 'cancelled', note });
});

it('waits for the end of quiet hours', async () => {
  const [freja, bo] = await people();
  const browser = await subscribe(freja);
  await world.call(notification.setPreferences, { as: freja, body: without({ quietHours: { from: '09:00', to: '11:30' } }) });
  await world.reply(bo, { to: freja });
  await world.settled();
  expect(await jobs()).toMatchObject([{ status: 'queued', held: true, attempts: 0, next_at: new Date('2026-11-21T10:30:00Z') }]);
  await world.later(90 * minute);
  expect(browser.inbox).toHaveLength(1);
});

it('flags a message whose first attempt died without an outcome, and its browser shows it once', async () => {
  const [freja, bo] = await people();
  const browser = await subscribe(freja);
  await world.reply(bo, { to: freja });
  await world.settled();
  await world.rows(`update territory_dk.push_jobs set status = 'attempted', done_at = null`);
  await world.later(6 * minute);
  expect(await jobs()).toMatchObject([{ status: 'sent', attempts: 2, uncertain: true }]);
  expect([browser.inbox.length, browser.waiting().length]).toEqual([2, 1]);
});

it('calls nobody in its own network, whatever an address says', async () => {
  const [freja] = await people();
  const good = world.push.browser().subscription;
  for (const endpoint of ['https://127.0.0.1/push', 'http://10.0.0.1/x', 'https://localhost/x', 'https://postgres/x', 'https://[::1]/x', `${world.push.origin.replace(/\d+$/, '1')}/push/x`])
    expect((await world.call(notification.subscribePush, { as: freja, body: { ...good, endpoint } })).problem).toMatchObject({ status: 422, code: 'push_endpoint_refused' });
  // A name that leads there is found out when it is called.
  const { publicLookup } = await import('../src/push/public-lookup.ts');
  const looked = await new Promise((done) => publicLookup('localhost', { all: true }, (error, found) => done([error?.code, found])));
  expect(looked).toEqual(['EPRIVATE', []]);
});

it.each<[string, (good: TestBrowser['subscription']) => object, string]>([
  ['no keys', ({ endpoint }) => ({ endpoint }), 'input_invalid'],
  ['a key that is too short', (good) => ({ ...good, keys: { ...good.keys, auth: 'AAAA' } }), 'input_invalid'],
  ['a key that is no base64url', (good) => ({ ...good, keys: { ...good.keys, auth: '<script>' } }), 'input_invalid'],
  ['a key that is no point', (good) => ({ ...good, keys: { ...good.keys, p256dh: Buffer.alloc(65, 4).toString('base64url') } }), 'push_keys_invalid'],
  ['an address that is none', (good) => ({ ...good, endpoint: 'javascript:alert(1)' }), 'input_invalid'],
  ['a name with control characters', (good) => ({ ...good, device: 'a\u0000b' }), 'input_invalid'],
])('refuses a subscription with %s', async (_what, change, code) => {
  const freja = await world.person('Freja');
  const { problem } = await world.call(notification.subscribePush, { as: freja, body: change(world.push.browser().subscription) });
  expect(problem.code).toBe(code);
});
