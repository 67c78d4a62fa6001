import { forum, notification } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld, type Person } from './notification-world.ts';
import { commons, known } from './stand-ins.ts';

let world: NotificationWorld;
beforeAll(async () => void (world = await startNotificationWorld()));
afterAll(() => world?.stop());

type Item = notification.NotificationItem;
type PostItem = Extract<Item, { kind: 'post' }>;
const page = async (as: Person, query: Record<string, string | number> = {}) => (await world.call(notification.listNotifications, { as, query })).body;
const list = async (as: Person, query: Record<string, string | number> = {}) => (await page(as, query)).items as PostItem[];
const counts = async (as: Person) => (await world.call(notification.countUnread, { as })).body;
const mark = async (as: Person, name: string, which: object) => (await world.call(notification.markNotifications, { as, body: { mark: name, which } })).body;
const reasons = (item: Item) => item.reasons.map(({ reason }) => reason);
const people = async () => [await world.person('Freja'), await world.person('Bo')] as const;
const readOf = async (as: Person) => (await world.published('notification.read')).filter((event) => event['memberId'] === as.memberId).map((event) => event['unread']);

it('tells a person once with all reasons, also when the event comes twice, and sends one mail', async () => {
  const [freja, bo] = await people();
  const before = world.sink.inbox.length;
  const id = v7();
  const first = await world.reply(bo, { to: freja, mentions: [freja], id, text: 'Hej @freja' });
  const second = await world.reply(bo, { to: freja, mentions: [freja], id, postId: first.postId, topicId: first.topicId, text: 'Hej @freja' });
  expect([first.outcome, second.outcome]).toEqual(['handled', 'duplicate']);
  const items = await list(freja);
  expect(items).toMatchObject([
    {
      kind: 'post', reasons: [{ reason: 'mention', rule: { rule: 'preference' } }, { reason: 'reply', rule: { rule: 'preference' } }],
      actors: [{ memberId: bo.memberId, displayName: 'Bo' }], actorCount: 1, postCount: 1,
      post: { postId: first.postId, number: 2, topicTitle: 'Havnebadet i vinter', excerpt: 'Hej @freja' }, readAt: null, seenAt: null, doneAt: null, savedAt: null,
    },
  ]);
  expect(await page(bo)).toEqual({ items: [], next: null, previous: null });
  expect((await world.published('notification.created')).filter((event) => event['memberId'] === freja.memberId)).toEqual([{ notificationId: items[0]!.notificationId, memberId: freja.memberId, kind: 'post' }]);
  await world.settled();
  expect(world.sink.inbox.length - before).toBe(1);
});

it('gathers what happens in one topic while it is unread, and begins anew once it was read', async () => {
  const [freja, bo] = await people();
  const [ida, ann] = [await world.person('Ida'), await world.person('Ann')];
  const topicId = v7();
  await world.reply(bo, { to: freja, topicId, number: 2, text: 'Første' });
  await world.reply(ida, { to: freja, topicId, number: 3 });
  await world.reply(bo, { to: freja, topicId, number: 4 });
  await world.reply(ann, { to: freja, topicId, number: 5, mentions: [freja] });
  const [item] = await list(freja);
  expect(await list(freja)).toHaveLength(1);
  expect(item).toMatchObject({ postCount: 4, actorCount: 3, post: { number: 2, excerpt: 'Første' } });
  expect(item!.actors.map(({ displayName }) => displayName)).toEqual(['Ann', 'Bo', 'Ida']);
  expect(reasons(item!)).toEqual(['mention', 'reply']);
  expect(await counts(freja)).toEqual({ unread: 1, unseen: 1 });

  // Read up to the third post: the item is about the rest, and its link leads to the first unread one.
  expect(await mark(freja, 'read', { topicId, upToNumber: 3 })).toMatchObject({ unread: 1, changed: 2 });
  expect((await list(freja))[0]).toMatchObject({ postCount: 2, post: { number: 4 }, readAt: null });
  expect(await mark(freja, 'read', { topicId, upToNumber: 9 })).toMatchObject({ unread: 0, changed: 2 });
  expect((await list(freja))[0]).toMatchObject({ postCount: 4, post: { number: 2 }, readAt: expect.any(String) });
  await world.reply(ida, { to: freja, topicId, number: 6 });
  expect((await list(freja)).map(({ postCount, readAt }) => [postCount, readAt !== null])).toEqual([[1, false], [4, true]]);
});

it('merges a mention that an edit adds into the notification there is', async () => {
  const [freja, bo] = await people();
  const { postId, topicId } = await world.reply(bo, { to: freja });
  await world.tell(forum.postEdited, { postId, topicId, categoryId: commons, authorId: bo.memberId, newlyMentionedIds: [freja.memberId] });
  const items = await list(freja);
  expect(items.map(reasons)).toEqual([['mention', 'reply']]);
  expect(items[0]!.postCount).toBe(1);
  expect((await world.published('notification.created')).filter((event) => event['memberId'] === freja.memberId)).toHaveLength(1);
});

it('tells those whom a new topic mentions', async () => {
  const [freja, bo] = await people();
  const ids = { topicId: v7(), postId: v7() };
  known.posts.set(ids.postId, { ...ids, number: 1, topicTitle: 'Ny', topicSlug: 'ny', authorId: bo.memberId, excerpt: 'Hej', html: '', categoryId: commons });
  await world.tell(forum.topicCreated, { ...ids, categoryId: commons, authorId: bo.memberId, mentionedIds: [freja.memberId, bo.memberId] });
  expect(await list(freja)).toMatchObject([{ post: { number: 1, topicTitle: 'Ny' } }]);
  expect(await list(bo)).toEqual([]);
});

it('lists long posts, whose whole texts together do not fit into one message', async () => {
  const [freja, bo] = await people();
  for (let i = 0; i < 35; i++) {
    const { postId } = await world.reply(bo, { to: freja });
    known.posts.set(postId, { ...known.posts.get(postId)!, html: 'x'.repeat(32_000) });
  }
  expect(await list(freja, { limit: 40 })).toHaveLength(35);
});

it('has four states apart, and takes back exactly what was marked', async () => {
  const [freja, bo] = await people();
  for (let i = 0; i < 4; i++) await world.reply(bo, { to: freja });
  const ids = (await list(freja)).map(({ notificationId }) => notificationId);
  expect(await mark(freja, 'seen', { all: true })).toMatchObject({ unread: 4, unseen: 0, changed: 4, markId: null });
  expect(await mark(freja, 'read', { notificationIds: [ids[0]] })).toMatchObject({ unread: 3, changed: 1 });
  expect(await mark(freja, 'read', { notificationIds: [ids[0]] })).toMatchObject({ unread: 3, changed: 0, markId: null });
  expect(await mark(freja, 'saved', { notificationIds: [ids[1]] })).toMatchObject({ unread: 3, changed: 1 });
  expect((await list(freja, { state: 'saved' })).map(({ notificationId }) => notificationId)).toEqual([ids[1]]);
  const all = await mark(freja, 'read', { all: true });
  expect(all).toMatchObject({ unread: 0, changed: 3 });
  const undone = await world.call(notification.undoMark, { as: freja, params: { markId: all.markId! } });
  expect(undone.body).toMatchObject({ unread: 3 });
  expect((await list(freja, { state: 'unread' })).map(({ notificationId }) => notificationId)).toEqual([ids[1], ids[2], ids[3]]);
  expect((await list(freja))[0]).toMatchObject({ notificationId: ids[0], readAt: expect.any(String) });
  expect((await world.call(notification.undoMark, { as: freja, params: { markId: all.markId! } })).problem).toMatchObject({ status: 410, code: 'mark_gone' });

  const done = await mark(freja, 'done', { notificationIds: [ids[2], ids[3]] });
  expect(done).toMatchObject({ unread: 1, changed: 2 });
  expect(await list(freja)).toHaveLength(2);
  expect((await list(freja, { state: 'done' })).map(({ notificationId }) => notificationId)).toEqual([ids[2], ids[3]]);
  await world.call(notification.undoMark, { as: freja, params: { markId: done.markId! } });
  expect(await counts(freja)).toMatchObject({ unread: 3 });
  expect(await mark(freja, 'unread', { notificationIds: [ids[0]] })).toMatchObject({ unread: 4, changed: 1 });
  expect(await mark(freja, 'unsaved', { notificationIds: [ids[1]] })).toMatchObject({ changed: 1 });
  // Nobody marks for someone else.
  expect(await mark(bo, 'read', { all: true })).toMatchObject({ changed: 0 });
  expect(await mark(bo, 'done', { notificationIds: ids })).toMatchObject({ changed: 0 });
  expect((await world.call(notification.undoMark, { as: bo, params: { markId: done.markId! } })).problem.code).toBe('mark_gone');
  expect(await counts(freja)).toMatchObject({ unread: 4 });
  expect((await readOf(freja)).slice(0, 4)).toEqual([4, 3, 3, 0]);
});

it('leaves what arrived meanwhile as it is when all are marked', async () => {
  const [freja, bo] = await people();
  await world.reply(bo, { to: freja });
  const [newest] = await list(freja);
  await world.reply(bo, { to: freja });
  expect(await mark(freja, 'read', { all: true, upTo: newest!.notificationId })).toMatchObject({ unread: 1, changed: 1 });
  expect(await mark(freja, 'read', { all: true, kind: 'badge' })).toMatchObject({ unread: 1, changed: 0 });
});

it('marks what is left when the newest on the screen was deleted meanwhile', async () => {
  const [freja, bo] = await people();
  await world.reply(bo, { to: freja });
  const deleted = await world.reply(bo, { to: freja });
  const [newest] = await list(freja);
  await world.tell(forum.postDeleted, { ...deleted, categoryId: commons, authorId: bo.memberId });
  await world.reply(bo, { to: freja });
  expect(await mark(freja, 'read', { all: true, upTo: newest!.notificationId })).toMatchObject({ unread: 1, changed: 1 });
});

it('pages both ways while more arrives: nothing twice, nothing missed', async () => {
  const [freja, bo] = await people();
  const made: string[] = [];
  for (let i = 0; i < 7; i++) made.unshift((await world.reply(bo, { to: freja })).postId);
  const seen: string[] = [];
  let now = await page(freja, { limit: 3 });
  const top = now;
  for (;;) {
    seen.push(...(now.items as PostItem[]).map(({ post }) => post.postId));
    await world.reply(bo, { to: freja });
    if (!now.next) break;
    now = await page(freja, { limit: 3, cursor: now.next });
  }
  expect(seen).toEqual(made);
  const back = await list(freja, { limit: 3, cursor: now.previous! });
  expect(back.map(({ post }) => post.postId)).toEqual(made.slice(3, 6));
  for (const query of [{ state: 'unread', cursor: top.next! }, { kind: 'post', cursor: top.next! }])
    expect((await world.call(notification.listNotifications, { as: freja, query })).problem).toMatchObject({ status: 400, code: 'cursor_invalid' });
  expect((await world.call(notification.listNotifications, { as: bo, query: { cursor: top.next! } })).problem.code).toBe('cursor_invalid');
});

it('takes out what was deleted, and counts it no longer', async () => {
  const [freja, bo] = await people();
  const topicId = v7();
  const { postId } = await world.reply(bo, { to: freja, topicId, number: 2 });
  await world.reply(bo, { to: freja, topicId, number: 3 });
  known.posts.delete(postId);
  expect((await list(freja))[0]).toMatchObject({ post: { number: 3 } });
  await world.tell(forum.postDeleted, { postId, topicId, categoryId: commons, authorId: bo.memberId });
  expect((await list(freja))[0]).toMatchObject({ postCount: 1, post: { number: 3 } });
  expect(await counts(freja)).toMatchObject({ unread: 1 });
  const [item] = await list(freja);
  await world.tell(forum.postDeleted, { postId: item!.post.postId, topicId, categoryId: commons, authorId: bo.memberId });
  expect(await list(freja)).toEqual([]);
  expect(await counts(freja)).toMatchObject({ unread: 0 });
  expect((await readOf(freja)).at(-1)).toBe(0);
});

it('takes out what was hidden, and brings it back when it is shown again', async () => {
  const [freja, bo] = await people();
  const { postId, topicId } = await world.reply(bo, { to: freja });
  const event = { postId, topicId, categoryId: commons, authorId: bo.memberId, decisionId: v7() };
  known.hidden.add(postId);
  await world.tell(forum.postHidden, event);
  expect([await list(freja), await counts(freja)]).toMatchObject([[], { unread: 0 }]);
  known.hidden.delete(postId);
  await world.tell(forum.postRestored, { ...event, decisionId: v7() });
  expect([await list(freja), await counts(freja)]).toMatchObject([[{ postCount: 1 }], { unread: 1 }]);
  expect(await readOf(freja)).toEqual([0, 1]);
});

it('tells nobody of what they may not read, and shows nothing that was closed since', async () => {
  const [freja, bo] = await people();
  const categoryId = world.category({ rule: 'badge', badge: 'host' });
  await world.reply(bo, { to: freja, categoryId });
  expect(await counts(freja)).toMatchObject({ unread: 0 });
  world.hold(freja, ['host']);
  const member = await world.person('Ida');
  world.hold(member, ['host']);
  await world.reply(bo, { to: member, categoryId });
  expect(await list(member)).toHaveLength(1);
  world.hold(member, []);
  expect(await list(member)).toEqual([]);
});

it.each([
  ['an unknown mark', notification.markNotifications, { body: { mark: 'gone', which: { all: true } } }],
  ['nothing to mark', notification.markNotifications, { body: { mark: 'read', which: {} } }],
  ['an id that is none', notification.markNotifications, { body: { mark: 'read', which: { notificationIds: ['x'] } } }],
  ['a hundred and one', notification.markNotifications, { body: { mark: 'read', which: { notificationIds: Array.from({ length: 101 }, () => v7()) } } }],
  ['an undo of nothing', notification.undoMark, { params: { markId: 'x' } }],
  ['an unknown state', notification.listNotifications, { query: { state: 'gone' } }],
  ['an unknown kind', notification.listNotifications, { query: { kind: 'gone' } }],
  ['a page of a thousand', notification.listNotifications, { query: { limit: 1000 } }],
])('refuses %s', async (_what, route, options) => {
  const { problem } = await world.call(route, { ...options, as: await world.person('Bo') } as never);
  expect(problem).toMatchObject({ status: 400, code: 'input_invalid' });
});

it('is for members alone', async () => {
  for (const route of [notification.listNotifications, notification.countUnread, notification.getPreferences, notification.listWatchLevels, notification.getPushKey, notification.listPushDevices])
    expect((await world.call(route)).problem).toMatchObject({ status: 401, code: 'not_signed_in' });
});
