import { forum, notification } from '@unityplan/contracts';
import { Permissions } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld, type Person } from './notification-world.ts';
import { known } from './stand-ins.ts';

let world: NotificationWorld;
beforeAll(async () => void (world = await startNotificationWorld()));
afterAll(() => world?.stop());

const { defaultPreferences: defaults } = notification;
type Cell = { inApp: boolean; mail: 'off' | 'instant' | 'digest'; push: boolean };
const list = async (as: Person) => (await world.call(notification.listNotifications, { as })).body.items;
const people = async () => [await world.person('Freja'), await world.person('Bo')] as const;
const watch = async (as: Person, topicId: string, level: string) => (await world.call(notification.setTopicWatch, { as, params: { topicId }, body: { level } })).body;
const watchCategory = async (as: Person, categoryId: string, level: string) => (await world.call(notification.setCategoryWatch, { as, params: { categoryId }, body: { level } })).body;
const set = (as: Person, reason: string, cell: Cell) => world.call(notification.setPreferences, { as, body: { ...defaults, reasons: { ...defaults.reasons, [reason]: cell } } });
const off: Cell = { inApp: false, mail: 'off', push: false };

it('keeps what members want to be told, and tells by it', async () => {
  const [freja, bo] = await people();
  expect((await world.call(notification.getPreferences, { as: freja })).body).toEqual(defaults);
  const wish = { ...defaults, reasons: { ...defaults.reasons, reply: off, mention: { ...off, inApp: true } }, quietHours: { from: '22:30', to: '06:15' }, digest: { on: true, every: 'weekly', weekday: 7, hour: 20 } };
  expect((await world.call(notification.setPreferences, { as: freja, body: wish })).body).toEqual(wish);
  expect((await world.call(notification.getPreferences, { as: freja })).body).toEqual(wish);
  const before = (await world.jobs()).length;
  await world.reply(bo, { to: freja });
  await world.reply(bo, { to: freja, mentions: [freja] });
  expect((await list(freja)).map(({ reasons }) => reasons.map(({ reason }) => reason))).toEqual([['mention']]);
  expect((await world.jobs()).length).toBe(before);
});

it('mails what is not wanted in the list', async () => {
  const [freja, bo] = await people();
  await set(freja, 'reply', { inApp: false, mail: 'instant', push: false });
  const before = world.sink.inbox.length;
  await world.reply(bo, { to: freja });
  await world.settled();
  expect(await list(freja)).toEqual([]);
  expect(world.sink.inbox.length).toBe(before + 1);
});

it('tells who watches a topic or a category of all posts, and who muted it of none', async () => {
  const [freja, bo] = await people();
  const ida = await world.person('Ida');
  const categoryId = world.category({ rule: 'everyone' });
  const { topicId } = await world.reply(bo, { categoryId });
  expect((await world.call(notification.getTopicWatch, { as: freja, params: { topicId } })).body).toEqual({ level: 'normal', own: null, from: 'default' });
  expect(await watchCategory(ida, categoryId, 'watching')).toEqual({ level: 'watching', own: 'watching', from: 'category' });
  expect(await watch(freja, topicId, 'watching')).toEqual({ level: 'watching', own: 'watching', from: 'topic' });
  await world.reply(bo, { topicId, categoryId, number: 3 });
  expect(await list(freja)).toMatchObject([{ reasons: [{ reason: 'watching', rule: { rule: 'topic', topicId } }] }]);
  expect(await list(ida)).toMatchObject([{ reasons: [{ reason: 'watching', rule: { rule: 'category', categoryId } }] }]);
  expect(await list(bo)).toEqual([]);
  // Two are told by one event.
  expect((await world.published('notification.spread')).at(-1)).toMatchObject({ kind: 'post', memberIds: [freja.memberId, ida.memberId].sort() });

  expect(await watch(ida, topicId, 'muted')).toEqual({ level: 'muted', own: 'muted', from: 'topic' });
  await world.reply(bo, { topicId, categoryId, number: 4, to: ida, mentions: [ida] });
  expect((await list(ida))[0]).toMatchObject({ postCount: 1 });
  expect((await world.call(notification.clearTopicWatch, { as: ida, params: { topicId } })).body).toEqual({ level: 'watching', own: null, from: 'category' });
  expect((await world.call(notification.clearCategoryWatch, { as: ida, params: { categoryId } })).body).toEqual({ level: 'normal', own: null, from: 'default' });
  // A new topic is news to who watches its category.
  await watchCategory(freja, categoryId, 'watching');
  const opened = { topicId: v7(), postId: v7() };
  known.posts.set(opened.postId, { ...opened, number: 1, topicTitle: 'Ny', topicSlug: 'ny', authorId: bo.memberId, excerpt: 'Hej', html: '', categoryId });
  await world.tell(forum.topicCreated, { ...opened, categoryId, authorId: bo.memberId, mentionedIds: [] });
  expect((await list(freja))[0]).toMatchObject({ kind: 'post', post: { topicTitle: 'Ny' } });
});

it('lists what was chosen, newest first, with titles as they are now', async () => {
  const [freja, bo] = await people();
  const secret = world.category({ rule: 'badge', badge: 'host' });
  const topics = [];
  for (const title of ['Havnebadet', 'Cykelstier']) topics.push((await world.reply(bo, { title })).topicId);
  for (const topicId of topics) await watch(freja, topicId, 'watching');
  await watchCategory(freja, world.category({ rule: 'everyone' }), 'muted');
  const closed = (await world.reply(bo, { categoryId: secret })).topicId;
  world.hold(freja, ['host']);
  await watch(freja, closed, 'watching');
  const chosen = async (query = {}) => (await world.call(notification.listWatchLevels, { as: freja, query })).body;
  expect((await chosen()).items.map((one) => (one.place === 'topic' ? one.title : one.place))).toEqual(['Havnebadet i vinter', 'category', 'Cykelstier', 'Havnebadet']);
  world.hold(freja, []);
  world.service('notification').app.get<{ forget(territory: string, memberId: string): void }>((await import('@unityplan/service-kit')).Permissions as never).forget('DK', freja.memberId);
  const first = await chosen({ limit: 2, level: 'watching' });
  expect(first.items).toHaveLength(1);
  expect((await chosen({ limit: 2, level: 'watching', cursor: first.next! })).items.map((one) => one.place === 'topic' && one.title)).toEqual(['Havnebadet']);
  expect((await world.call(notification.listWatchLevels, { as: freja, query: { cursor: first.next! } })).problem.code).toBe('cursor_invalid');
});

it('says nothing of places that are unknown or closed', async () => {
  const [freja, bo] = await people();
  const secret = world.category({ rule: 'badge', badge: 'host' });
  const { topicId } = await world.reply(bo, { categoryId: secret });
  for (const params of [{ topicId }, { topicId: v7() }])
    for (const [route, body] of [[notification.getTopicWatch, undefined], [notification.setTopicWatch, { level: 'watching' }], [notification.clearTopicWatch, undefined]] as const)
      expect((await world.call(route, { as: freja, params, body })).problem).toMatchObject({ status: 404, code: 'not_found' });
  for (const params of [{ categoryId: secret }, { categoryId: v7() }])
    for (const [route, body] of [[notification.getCategoryWatch, undefined], [notification.setCategoryWatch, { level: 'muted' }], [notification.clearCategoryWatch, undefined]] as const)
      expect((await world.call(route, { as: freja, params, body })).problem).toMatchObject({ status: 404, code: 'not_found' });
});

it('lets go of what was chosen for places that are closed or gone by now', async () => {
  const [freja, bo] = await people();
  const categoryId = world.category({ rule: 'badge', badge: 'host' });
  world.hold(freja, ['host']);
  const [closed, gone] = [(await world.reply(bo, { categoryId })).topicId, (await world.reply(bo, {})).topicId];
  for (const topicId of [closed, gone]) await watch(freja, topicId, 'watching');
  await watchCategory(freja, categoryId, 'watching');
  world.hold(freja, []);
  world.service('notification').app.get(Permissions).forget('DK', freja.memberId);
  known.topics.delete(gone);
  const none = { level: 'normal', own: null, from: 'default' };
  for (const topicId of [closed, gone]) expect((await world.call(notification.clearTopicWatch, { as: freja, params: { topicId } })).body).toEqual(none);
  expect((await world.call(notification.clearCategoryWatch, { as: freja, params: { categoryId } })).body).toEqual(none);
  expect((await world.call(notification.clearTopicWatch, { as: freja, params: { topicId: closed } })).problem).toMatchObject({ status: 404, code: 'not_found' });
  expect(await world.rows('select from territory_dk.watch_levels where member_id = $1', [freja.memberId])).toEqual([]);
});

it('has room for many choices, and says when there is none', async () => {
  const [freja, bo] = await people();
  const { topicId } = await world.reply(bo, {});
  await world.rows(`insert into territory_dk.watch_levels (member_id, place, place_id, level, rank, set_at) select $1, 'topic', gen_random_uuid(), 'watching', gen_random_uuid(), now() from generate_series(1, 2000)`, [freja.memberId]);
  const { problem } = await world.call(notification.setTopicWatch, { as: freja, params: { topicId }, body: { level: 'watching' } });
  expect(problem).toMatchObject({ status: 409, code: 'watch_limit_reached', params: { most: 2000 } });
});

it('says why, and changes exactly that with one tap, and back', async () => {
  const [freja, bo] = await people();
  const categoryId = world.category({ rule: 'everyone' });
  await watchCategory(freja, categoryId, 'watching');
  const { topicId } = await world.reply(bo, { categoryId, to: freja, mentions: [freja] });
  const [item] = await list(freja);
  const change = (reason: string, on: boolean, notificationId = item!.notificationId, as: Person = freja) => world.call(notification.changeRule, { as, params: { notificationId }, body: { reason, on } });
  expect((await change('watching', false)).body).toEqual({ why: { reason: 'watching', rule: { rule: 'category', categoryId } }, on: false });
  expect((await world.call(notification.getCategoryWatch, { as: freja, params: { categoryId } })).body.level).toBe('normal');
  expect((await change('mention', false)).body).toEqual({ why: { reason: 'mention', rule: { rule: 'preference' } }, on: false });
  expect((await world.call(notification.getPreferences, { as: freja })).body).toEqual({ ...defaults, reasons: { ...defaults.reasons, mention: { ...defaults.reasons.mention, inApp: false } } });
  await change('watching', true);
  await change('mention', true);
  expect((await world.call(notification.getPreferences, { as: freja })).body).toEqual(defaults);
  expect((await world.call(notification.getCategoryWatch, { as: freja, params: { categoryId } })).body.level).toBe('watching');
  await watch(freja, topicId, 'watching');
  await world.call(notification.markNotifications, { as: freja, body: { mark: 'read', which: { all: true } } });
  await world.reply(bo, { categoryId, topicId, number: 3 });
  const [newer] = await list(freja);
  expect((await change('watching', false, newer!.notificationId)).body.why.rule).toEqual({ rule: 'topic', topicId });
  expect((await world.call(notification.getTopicWatch, { as: freja, params: { topicId } })).body).toEqual({ level: 'normal', own: 'normal', from: 'topic' });

  expect((await change('badge_awarded', false)).problem).toMatchObject({ status: 422, code: 'notification_reason_unknown' });
  expect((await change('reply', false, v7())).problem).toMatchObject({ status: 404, code: 'not_found' });
  expect((await change('reply', false, item!.notificationId, bo)).problem.code).toBe('not_found');
  expect((await change('gone', false)).problem.code).toBe('input_invalid');
  const hidden = { postId: v7(), authorId: freja.memberId, decisionId: v7() };
  known.decisions.set(hidden.decisionId, { ...forum.getDecisions.example.output.decisions[0]!, decisionId: hidden.decisionId } as never);
  await world.tell(forum.postHidden, hidden);
  const [moderated] = await list(freja);
  expect(moderated).toMatchObject({ kind: 'moderation', reasons: [{ reason: 'post_moderated', rule: { rule: 'always' } }] });
  expect((await change('post_moderated', false, moderated!.notificationId)).problem).toMatchObject({ status: 409, code: 'notification_rule_fixed' });
});

it.each<[string, object]>([
  ['half a wish', { mailPaused: true }],
  ['a reason too few', { ...defaults, reasons: { mention: defaults.reasons.mention } }],
  ['a mode that is none', { ...defaults, reasons: { ...defaults.reasons, reply: { inApp: true, mail: 'hourly', push: true } } }],
  ['no news of hidden posts', { ...defaults, reasons: { ...defaults.reasons, post_moderated: off } }],
  ['mail about the queue', { ...defaults, reasons: { ...defaults.reasons, moderation_queue: { inApp: true, mail: 'instant', push: false } } }],
  ['an hour that is none', { ...defaults, digest: { ...defaults.digest, hour: 24 } }],
  ['an eighth weekday', { ...defaults, digest: { ...defaults.digest, weekday: 8 } }],
  ['quiet hours without end', { ...defaults, quietHours: { from: '22:00', to: '22:00' } }],
  ['a time that is none', { ...defaults, quietHours: { from: '24:00', to: '07:00' } }],
])('refuses %s', async (_what, body) => {
  const { problem } = await world.call(notification.setPreferences, { as: await world.person('Bo'), body });
  expect(problem).toMatchObject({ status: 400, code: 'input_invalid' });
});

it.each([['topics', notification.setTopicWatch, { topicId: v7() }], ['categories', notification.setCategoryWatch, { categoryId: v7() }]] as const)('refuses a level for %s that is none', async (_what, route, params) => {
  const as = await world.person('Bo');
  for (const body of [{ level: 'loud' }, {}]) expect((await world.call(route, { as, params: params as never, body })).problem).toMatchObject({ status: 400, code: 'input_invalid' });
});
