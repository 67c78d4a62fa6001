import { setImmediate } from 'node:timers/promises';
import { notification } from '@unityplan/contracts';
import { DB } from '@unityplan/service-kit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { workOff } from '../src/jobs/work-off.ts';
import { startNotificationWorld, type NotificationWorld } from './notification-world.ts';

let world: NotificationWorld;
beforeEach(async () => void (world = await startNotificationWorld()));
afterEach(() => world?.stop());

const hour = 3_600_000;

/** The status of DK, as the registry has it and this process has heard. */
async function become(status: 'active' | 'suspended' | 'archived'): Promise<void> {
  await world.rows(`update global.territories set status = $1 where id = 'DK'`, [status]);
  await world.resources.registry.refresh();
}
const mails = () => world.sink.inbox.map(({ to }) => to[0]).sort();
const statuses = async (table: 'mail_jobs' | 'push_jobs' = 'mail_jobs') => (await world.jobs(table)).map(({ status }) => status).sort();

it('keeps mail and push while the territory is closed, and sends each once when it is open again', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const browser = world.push.browser((await world.call(notification.getPushKey, { as: freja })).body.publicKey);
  await world.call(notification.subscribePush, { as: freja, body: browser.subscription });
  await become('suspended');
  // It was under way when the territory was closed: handled, and told later.
  await world.reply(bo, { to: freja });
  for (let n = 0; n < 3; n++) await world.later(hour);
  expect([await statuses(), await statuses('push_jobs')]).toEqual([['queued'], ['queued']]);
  expect([world.sink.attempts.length, browser.inbox.length]).toEqual([0, 0]);
  await become('active');
  await world.settled();
  for (let n = 0; n < 3; n++) await world.later(hour);
  expect([await statuses(), await statuses('push_jobs')]).toEqual([['sent'], ['sent']]);
  expect([world.sink.attempts.length, browser.inbox.length]).toEqual([1, 1]);
});

it('begins no further mail of a long queue once the territory is closed', async () => {
  const bo = await world.person('Bo');
  const many = await Promise.all(Array.from({ length: 12 }, (_, n) => world.person(`Reader${n}`)));
  await become('suspended');
  await world.reply(bo, { mentions: many });
  let go!: () => void;
  const after = new Promise<void>((resolve) => (go = resolve));
  world.sink.plan(...Array.from({ length: 12 }, () => ({ after })));
  await become('active');
  await expect.poll(() => world.sink.attempts.length).toBe(4);
  await become('suspended');
  go();
  await world.settled();
  expect(await statuses()).toEqual([...Array<string>(8).fill('queued'), ...Array<string>(4).fill('sent')]);
  expect(mails()).toHaveLength(4);
  await become('active');
  await world.settled();
  expect(mails()).toEqual(many.map(({ address }) => address).sort());
  expect(await statuses()).toEqual(Array(12).fill('sent'));
});

it('gives back what it claimed when the territory is closed at that very moment', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  await become('suspended');
  await world.reply(bo, { to: freja });
  const begun: string[] = [];
  const round = workOff({ db: world.service('notification').app.get(DB), clock: world.now, table: 'mail_jobs', atOnce: 4, work: async (_, job) => void begun.push(job.id), again: () => undefined });
  let asked = 0;
  await round('DK', () => asked++ > 0);
  expect([begun, (await world.jobs()).map(({ status, attempts }) => ({ status, attempts }))]).toEqual([[], [{ status: 'queued', attempts: 0 }]]);
  await become('active');
  await world.settled();
  expect([await statuses(), mails()]).toEqual([['sent'], [freja.address]]);
});

it('ends a round of which one report failed only when the others are done', async () => {
  const [freja, ida, bo] = [await world.person('Freja'), await world.person('Ida'), await world.person('Bo')];
  await become('suspended');
  await world.reply(bo, { mentions: [freja, ida] });
  const order: string[] = [];
  let begun = 0;
  const work = async () => {
    if (begun++ === 0) throw new Error('the report failed');
    await setImmediate();
    order.push('the other is done');
  };
  const round = workOff({ db: world.service('notification').app.get(DB), clock: world.now, table: 'mail_jobs', atOnce: 4, work, again: () => undefined });
  await expect(round('DK', () => false).finally(() => order.push('the round has ended'))).rejects.toThrow('the report failed');
  expect([begun, order]).toEqual([2, ['the other is done', 'the round has ended']]);
});

it('keeps what waits in an archived territory, and sends none of it', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  await become('suspended');
  await world.reply(bo, { to: freja });
  await become('archived');
  await world.later(hour);
  expect([await statuses(), world.sink.attempts.length]).toEqual([['queued'], 0]);
});
