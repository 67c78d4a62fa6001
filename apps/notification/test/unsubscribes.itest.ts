import { notification } from '@unityplan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld } from './notification-world.ts';

let world: NotificationWorld;
beforeAll(async () => void (world = await startNotificationWorld()));
afterAll(() => world?.stop());

/** The token in the newest mail's header. */
async function tokenOf(reader: string): Promise<{ token: string; freja: Awaited<ReturnType<NotificationWorld['person']>>; bo: Awaited<ReturnType<NotificationWorld['person']>> }> {
  const [freja, bo] = [await world.person(reader), await world.person('Bo')];
  await world.reply(bo, { to: freja });
  await world.settled();
  return { token: /unsubscribes\/([\w-]+)>/.exec(world.sink.inbox.at(-1)!.header('List-Unsubscribe')!)![1]!, freja, bo };
}

it.each([
  ['a form', { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['a multipart form', { body: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n', headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
  ['no body', {}],
])('ends mail of one reason by a POST with %s and no cookie, and takes it back', async (what, request) => {
  const { token, freja, bo } = await tokenOf(`Freja-${what.length}`);
  const params = { token };
  expect((await world.call(notification.getUnsubscribe, { params })).body).toEqual({ about: 'reply', subscribed: true });
  expect((await world.call(notification.unsubscribe, { params, ...request })).body).toEqual({ about: 'reply', subscribed: false });
  expect((await world.call(notification.unsubscribe, { params, ...request })).status).toBe(200);
  const { reasons, ...rest } = notification.defaultPreferences;
  expect((await world.call(notification.getPreferences, { as: freja })).body).toEqual({ ...rest, reasons: { ...reasons, reply: { inApp: true, mail: 'off', push: true } } });
  const before = world.sink.inbox.length;
  await world.reply(bo, { to: freja });
  await world.settled();
  expect(world.sink.inbox.length).toBe(before);
  expect((await world.call(notification.listNotifications, { as: freja })).body.items).toHaveLength(2);
  expect((await world.call(notification.resubscribe, { params })).body).toEqual({ about: 'reply', subscribed: true });
});

it('changes nothing by looking', async () => {
  const { token, freja } = await tokenOf('Ida');
  for (let i = 0; i < 3; i++) await world.call(notification.getUnsubscribe, { params: { token } });
  expect((await world.call(notification.getPreferences, { as: freja })).body.reasons.reply.mail).toBe('instant');
});

it('refuses links that it did not make for this territory', async () => {
  const { token } = await tokenOf('Ann');
  const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  for (const [params, territory] of [[{ token: forged }, 'DK'], [{ token: 'x'.repeat(46) }, 'DK'], [{ token }, 'NO']] as const)
    for (const route of [notification.getUnsubscribe, notification.unsubscribe, notification.resubscribe])
      expect((await world.call(route, { params, territory })).problem).toMatchObject({ status: 404, code: 'unsubscribe_link_invalid' });
  expect((await world.call(notification.unsubscribe, { params: { token: 'short' } })).problem).toMatchObject({ status: 400, code: 'input_invalid' });
});
