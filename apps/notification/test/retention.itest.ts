import { notification } from '@unityplan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld, type Person } from './notification-world.ts';

let world: NotificationWorld;
beforeAll(async () => void (world = await startNotificationWorld()));
afterAll(() => world?.stop());

const day = 24 * 3_600_000;
const list = async (as: Person, state = 'inbox') => (await world.call(notification.listNotifications, { as, query: { state } })).body.items;
const mark = (as: Person, name: string, notificationIds: string[]) => world.call(notification.markNotifications, { as, body: { mark: name, which: { notificationIds } } });
const count = async (table: string) => (await world.rows<{ n: number }>(`select count(*)::int as n from territory_dk.${table}`))[0]!.n;

it('keeps what was read for 90 days, what was not for 180, what was saved for good, and what was sent for 30', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const browser = world.push.browser((await world.call(notification.getPushKey, { as: freja })).body.publicKey);
  await world.call(notification.subscribePush, { as: freja, body: browser.subscription });
  for (let i = 0; i < 4; i++) await world.reply(bo, { to: freja });
  await world.settled();
  const [saved, done, read, unread] = (await list(freja)).map(({ notificationId }) => notificationId) as [string, string, string, string];
  await mark(freja, 'saved', [saved]);
  await mark(freja, 'done', [saved, done]);
  await mark(freja, 'read', [read]);
  expect([await count('mail_jobs'), await count('push_jobs')]).toEqual([4, 4]);
  await world.later(29 * day);
  expect([await count('mail_jobs'), await count('push_jobs')]).toEqual([4, 4]);
  await world.later(2 * day);
  expect([await count('mail_jobs'), await count('push_jobs'), await count('notifications')]).toEqual([0, 0, 4]);
  await world.later(60 * day);
  expect((await list(freja)).map(({ notificationId }) => notificationId)).toEqual([unread]);
  expect([await count('notifications'), await count('notification_entries')]).toEqual([2, 2]);
  await world.later(90 * day);
  expect(await list(freja)).toEqual([]);
  expect((await list(freja, 'saved')).map(({ notificationId }) => notificationId)).toEqual([saved]);
  expect([await count('notifications'), await count('notification_entries')]).toEqual([1, 1]);
  // Being told again of a thing that was forgotten is as the first time.
  expect(await count('push_subscriptions')).toBe(1);
});
