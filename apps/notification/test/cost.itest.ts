import { notification } from '@unityplan/contracts';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startNotificationWorld, type NotificationWorld } from './notification-world.ts';
import { commons, known } from './stand-ins.ts';

let world: NotificationWorld;
beforeAll(async () => void (world = await startNotificationWorld()));
afterAll(() => world?.stop());

const kinds: [string, RegExp][] = [
  ['commit', /^\s*commit/i], ['begin', /^\s*(begin|start transaction)/i], ['inbox', /insert into messaging\.inbox/i], ['outbox', /messaging\.outbox/i], ['who', /left join notification_preferences p on p\.member_id = m\.id/],
  ['tell', /insert into notification_entries/], ['claim', /for update skip locked/i], ['look', /from notification_entries e\s+left join notifications/], ['report', /^update \"(mail|push)_jobs\" set status/],
];
/** The statements that the services' own connections send while `work` runs, in a word each. */
async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const query = pg.Client.prototype.query as unknown as (this: unknown, ...args: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string }];
    sent.push(typeof first === 'string' ? first : (first.text ?? String(first)));
    return query.apply(this, args) as never;
  } as never);
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  // Sweeps of the workers may come in between, and the beat of the connection that holds the leases.
  const found = sent.map((text) => kinds.find(([, of]) => of.test(text))?.[0] ?? text).filter((kind) => !['begin', 'commit', 'SELECT 1'].includes(kind) && !/from "?(spreads|digests d)/.test(kind));
  return found.filter((kind, i) => kind !== 'claim' || found.indexOf('claim') === i);
}

it('tells of a reply in two statements of its own', async () => {
  const [freja, bo, ida] = [await world.person('Freja'), await world.person('Bo'), await world.person('Ida')];
  await world.call(notification.setPreferences, { as: freja, body: { ...notification.defaultPreferences, mailPaused: true } });
  await world.call(notification.setCategoryWatch, { as: ida, params: { categoryId: commons }, body: { level: 'watching' } });
  await world.reply(bo, { to: freja });
  await world.settled();
  const asked = known.asked.get('get_places');
  const sent = await statements(() => world.reply(bo, { to: freja, mentions: [ida] }));
  expect(sent.filter((kind) => kind !== 'claim')).toEqual(['inbox', 'who', 'tell', 'outbox']);
  expect(known.asked.get('get_places')).toBe(asked);
  await world.settled();
  // Of what concerns nobody there is nothing to write.
  await world.call(notification.clearCategoryWatch, { as: ida, params: { categoryId: commons } });
  expect((await statements(() => world.reply(bo, {}))).filter((kind) => kind !== 'claim')).toEqual(['inbox', 'who']);
});

it('sends a mail in three statements', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  await world.reply(bo, { to: freja });
  await world.settled();
  const sent = await statements(async () => {
    await world.reply(bo, { to: freja });
    await world.settled();
  });
  expect(sent).toEqual(['inbox', 'who', 'tell', 'outbox', 'claim', 'look', 'report']);
});
