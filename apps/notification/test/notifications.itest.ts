import { forum, notification } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld } from './notification-world.ts';
import { known } from './stand-ins.ts';

let world: NotificationWorld;
beforeAll(async () => void (world = await startNotificationWorld()));
afterAll(() => world?.stop());

const list = async (as: { token: string }, query: Record<string, string | number | boolean> = {}) => (await world.call(notification.listNotifications, { as: as as never, query })).body;
const unread = async (as: { token: string }) => (await world.call(notification.countUnread, { as: as as never })).body.unread;

it('tells a person once with all reasons, also when the event comes twice, and sends one mail', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const before = world.sink.inbox.length;
  const id = v7();
  const first = await world.reply(bo, { to: freja, mentions: [freja], id, text: 'Hej @freja' });
  const second = await world.reply(bo, { to: freja, mentions: [freja], id, postId: first.postId, topicId: first.topicId, text: 'Hej @freja' });
  expect([first.outcome, second.outcome]).toEqual(['handled', 'duplicate']);
  const { items } = await list(freja);
  expect(items).toMatchObject([
    { reasons: ['mention', 'reply'], actor: { memberId: bo.memberId, displayName: 'Bo' }, postId: first.postId, postNumber: 2, topicTitle: 'Havnebadet i vinter', excerpt: 'Hej @freja', readAt: null },
  ]);
  expect(await list(bo)).toEqual({ items: [], next: null, previous: null });
  expect((await world.published('notification.created')).filter((event) => event['memberId'] === freja.memberId)).toEqual([
    { notificationId: items[0]!.notificationId, memberId: freja.memberId, reasons: ['mention', 'reply'] },
  ]);
  await world.mailed();
  expect(world.sink.inbox.length - before).toBe(1);
});

it('merges a mention that an edit adds into the notification there is', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const { postId, topicId } = await world.reply(bo, { to: freja });
  await world.tell(forum.postEdited, { postId, topicId, authorId: bo.memberId, newlyMentionedIds: [freja.memberId] });
  expect((await list(freja)).items.map(({ reasons }) => reasons)).toEqual([['mention', 'reply']]);
  expect((await world.published('notification.created')).filter((event) => event['memberId'] === freja.memberId)).toHaveLength(1);
});

it('tells those whom a new topic mentions', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const ids = { topicId: v7(), postId: v7() };
  known.posts.set(ids.postId, { ...ids, number: 1, topicTitle: 'Ny', topicSlug: 'ny', authorId: bo.memberId, excerpt: 'Hej', html: '' });
  await world.tell(forum.topicCreated, { ...ids, authorId: bo.memberId, mentionedIds: [freja.memberId, bo.memberId] });
  expect((await list(freja)).items).toMatchObject([{ reasons: ['mention'], postNumber: 1, topicTitle: 'Ny' }]);
  expect((await list(bo)).items).toEqual([]);
});

it('marks as read what is named, what was read in a topic, or all, and tells other devices', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const topicId = v7();
  for (const number of [2, 3, 4]) await world.reply(bo, { to: freja, topicId, number });
  for (let i = 0; i < 3; i++) await world.reply(bo, { to: freja });
  const mark = async (body: object) => (await world.call(notification.markRead, { as: freja, body })).body.unread;
  expect(await unread(freja)).toBe(6);
  expect(await mark({ topicId, upToNumber: 3 })).toBe(4);
  const [newest] = (await list(freja)).items;
  expect(await mark({ notificationIds: [newest!.notificationId] })).toBe(3);
  expect(await mark({ notificationIds: [newest!.notificationId] })).toBe(3);
  // Nobody reads for someone else.
  await world.call(notification.markRead, { as: bo, body: { all: true } });
  expect((await list(freja, { unread: true })).items).toHaveLength(3);
  expect(await mark({ all: true })).toBe(0);
  expect((await list(freja)).items.every(({ readAt }) => readAt !== null)).toBe(true);
  expect((await world.published('notification.read')).filter((event) => event['memberId'] === freja.memberId).map((event) => event['unread'])).toEqual([4, 3, 0]);
});

it('pages both ways while more arrives: nothing twice, nothing missed', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const made: string[] = [];
  for (let i = 0; i < 7; i++) made.unshift((await world.reply(bo, { to: freja })).postId);
  const seen: string[] = [];
  let page = await list(freja, { limit: 3 });
  const top = page;
  for (;;) {
    seen.push(...page.items.map(({ postId }) => postId));
    await world.reply(bo, { to: freja });
    if (!page.next) break;
    page = await list(freja, { limit: 3, cursor: page.next });
  }
  expect(seen).toEqual(made);
  const back = await list(freja, { limit: 3, cursor: page.previous! });
  expect(back.items.map(({ postId }) => postId)).toEqual(made.slice(3, 6));
  const other = await world.call(notification.listNotifications, { as: freja, query: { unread: true, cursor: top.next! } });
  expect(other.problem).toMatchObject({ status: 400, code: 'cursor_invalid' });
  expect((await world.call(notification.listNotifications, { as: bo, query: { cursor: top.next! } })).problem.code).toBe('cursor_invalid');
});

it('leaves out what was deleted, and counts it no longer', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const { postId, topicId } = await world.reply(bo, { to: freja });
  known.posts.delete(postId);
  expect((await list(freja)).items).toEqual([]);
  expect(await unread(freja)).toBe(1);
  await world.tell(forum.postDeleted, { postId, topicId, authorId: bo.memberId });
  expect(await unread(freja)).toBe(0);
  expect((await world.published('notification.read')).at(-1)).toEqual({ memberId: freja.memberId, unread: 0 });
});

it('respects what members want to be told', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const wish = { mention: { inApp: true, mail: false }, reply: { inApp: false, mail: false }, mailPaused: false };
  expect((await world.call(notification.getPreferences, { as: freja })).body).toEqual({ mention: { inApp: true, mail: true }, reply: { inApp: true, mail: true }, mailPaused: false });
  expect((await world.call(notification.setPreferences, { as: freja, body: wish })).body).toEqual(wish);
  expect((await world.call(notification.getPreferences, { as: freja })).body).toEqual(wish);
  const before = (await world.jobs()).length;
  await world.reply(bo, { to: freja });
  await world.reply(bo, { to: freja, mentions: [freja] });
  expect((await list(freja)).items.map(({ reasons }) => reasons)).toEqual([['mention']]);
  expect((await world.jobs()).length).toBe(before);
});

it.each([
  ['nothing to mark', notification.markRead, { body: {} }],
  ['an id that is none', notification.markRead, { body: { notificationIds: ['x'] } }],
  ['half a wish', notification.setPreferences, { body: { mailPaused: true } }],
  ['a page of a thousand', notification.listNotifications, { query: { limit: 1000 } }],
])('refuses %s', async (_what, route, options) => {
  const { problem } = await world.call(route, { ...options, as: await world.person('Bo') });
  expect(problem).toMatchObject({ status: 400, code: 'input_invalid' });
});

it('is for members alone', async () => {
  for (const route of [notification.listNotifications, notification.countUnread, notification.getPreferences])
    expect((await world.call(route)).problem).toMatchObject({ status: 401, code: 'not_signed_in' });
});
