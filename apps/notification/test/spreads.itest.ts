import { forum, notification } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld, type Person } from './notification-world.ts';
import { known } from './stand-ins.ts';

let world: NotificationWorld;
beforeEach(async () => void (world = await startNotificationWorld()));
afterEach(() => world?.stop());

/** Watchers of a place who are nothing but ids. */
const watchers = (placeId: string, count: number, place = 'category') =>
  world.rows<{ member_id: string }>(`insert into territory_dk.watch_levels (member_id, place, place_id, level, rank, set_at) select gen_random_uuid(), $3, $1, 'watching', gen_random_uuid(), now() from generate_series(1, $2::int) returning member_id`, [placeId, count, place]);
const entries = async (postId: string) => (await world.rows<{ n: number }>('select count(*)::int as n from territory_dk.notification_entries where subject_id = $1', [postId]))[0]!.n;
const spreads = () => world.rows<{ told: number; done_at: Date | null; note: string | null; attempts: number }>('select told, done_at, note, attempts from territory_dk.spreads order by id');
const list = async (as: Person) => (await world.call(notification.listNotifications, { as })).body.items;

it('tells few watchers with the event, and many by a job, each once and in one row', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const categoryId = world.category({ rule: 'everyone' });
  await watchers(categoryId, 49);
  await world.call(notification.setCategoryWatch, { as: freja, params: { categoryId }, body: { level: 'watching' } });
  const few = await world.reply(bo, { categoryId });
  expect([await entries(few.postId), (await spreads()).length]).toEqual([50, 0]);
  await watchers(categoryId, 2);
  const id = v7();
  const many = await world.reply(bo, { categoryId, to: freja, mentions: [freja], id });
  await world.reply(bo, { ...many, categoryId, to: freja, mentions: [freja], id });
  await world.settled();
  expect([await entries(many.postId), await spreads()]).toEqual([52, [{ told: 51, done_at: expect.any(Date), note: null, attempts: 0 }]]);
  // She was told at once, with all reasons, and not again.
  expect((await list(freja))[0]).toMatchObject({ postCount: 1, reasons: [{ reason: 'mention' }, { reason: 'reply' }, { reason: 'watching' }] });
});

it('counts people who watch a topic and its category once, and leaves out who muted the topic', async () => {
  const bo = await world.person('Bo');
  const categoryId = world.category({ rule: 'everyone' });
  const topicId = v7();
  const both = await watchers(categoryId, 60);
  await world.rows(`insert into territory_dk.watch_levels (member_id, place, place_id, level, rank, set_at) select id, 'topic', $1, case when n <= 10 then 'muted' when n <= 20 then 'normal' else 'watching' end, gen_random_uuid(), now() from unnest($2::uuid[]) with ordinality as m (id, n)`,
    [topicId, both.map(({ member_id }) => member_id)]);
  await watchers(topicId, 5, 'topic');
  const { postId } = await world.reply(bo, { categoryId, topicId });
  await world.settled();
  expect(await entries(postId)).toBe(45);
});

it('tells only those who may read, and waits while that is not known', async () => {
  const bo = await world.person('Bo');
  const categoryId = world.category({ rule: 'badge', badge: 'host' });
  const all = await watchers(categoryId, 1_500);
  const later = '2027-01-01T00:00:00.000Z';
  for (const [i, { member_id: memberId }] of all.entries()) world.hold({ memberId } as Person, i % 3 === 0 ? ['host'] : i % 3 === 1 ? [] : [{ badge: 'host', level: 1, territory: 'DK', awardedAt: later, expiresAt: '2026-11-20T00:00:00.000Z' }]);
  const before = known.asked.get('get_holdings') ?? 0;
  const { postId } = await world.reply(bo, { categoryId });
  await world.settled();
  expect(await entries(postId)).toBe(500);
  // Five hundred at a time.
  expect((known.asked.get('get_holdings') ?? 0) - before).toBe(3);
  await world.service('badge').close();
  world.service('notification').app.get<{ known: { clear(): void } }>((await import('@unityplan/service-kit')).Permissions as never).known.clear();
  const second = await world.reply(bo, { categoryId });
  await world.settled();
  expect([await entries(second.postId), (await spreads())[1]]).toMatchObject([0, { done_at: null, attempts: 1 }]);
}, 60_000);

it('stops when the post is deleted, and rests while it is hidden', async () => {
  const bo = await world.person('Bo');
  const categoryId = world.category({ rule: 'everyone' });
  await watchers(categoryId, 60);
  const event = async (post: { postId: string; topicId: string }) => ({ ...post, categoryId, authorId: bo.memberId, decisionId: v7() });
  // The spread is begun by hand, and due only later: no round of the worker comes between.
  const begin = async (postId: string, topicId: string) =>
    world.rows(`insert into territory_dk.spreads (id, topic_id, category_id, post_id, post_number, actor_id, happened_at, next_at) values (gen_random_uuid(), $1, $2, $3, 2, $4, now(), $5)`, [topicId, categoryId, postId, bo.memberId, new Date(world.now() + 30_000)]);
  const [deleted, hidden] = [{ postId: v7(), topicId: v7() }, { postId: v7(), topicId: v7() }];
  for (const { postId, topicId } of [deleted, hidden]) await begin(postId, topicId);
  await world.tell(forum.postDeleted, await event(deleted));
  await world.tell(forum.postHidden, await event(hidden));
  await world.later(60_000);
  expect([await entries(deleted.postId), await entries(hidden.postId)]).toEqual([0, 0]);
  await world.tell(forum.postRestored, { ...(await event(hidden)), byAppeal: true });
  await world.settled();
  expect([await entries(deleted.postId), await entries(hidden.postId)]).toEqual([0, 60]);
});

it('takes a widely told post back for everyone, by events of a thousand', async () => {
  const bo = await world.person('Bo');
  const categoryId = world.category({ rule: 'everyone' });
  await watchers(categoryId, 2_300);
  const post = await world.reply(bo, { categoryId });
  await world.settled();
  expect(await entries(post.postId)).toBe(2_300);
  const told = (await world.published('notification.spread')).map((event) => (event['memberIds'] as string[]).length);
  expect(told).toEqual([1_000, 1_000, 300]);
  await world.tell(forum.postDeleted, { ...post, categoryId, authorId: bo.memberId });
  expect(await entries(post.postId)).toBe(0);
  expect(await world.rows('select id from territory_dk.notifications')).toEqual([]);
  expect((await world.published('notification.spread')).slice(3).map((event) => (event['memberIds'] as string[]).length)).toEqual([1_000, 1_000, 300]);
}, 60_000);

it('tells 10,000 watchers within three seconds, and the poster waits for none of them', async () => {
  const bo = await world.person('Bo');
  const categoryId = world.category({ rule: 'badge', badge: 'host' });
  const all = await watchers(categoryId, 10_000);
  for (const { member_id: memberId } of all) world.hold({ memberId } as Person, ['host']);
  const quiet = world.category({ rule: 'everyone' });
  const time = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  for (let i = 0; i < 5; i++) await world.reply(bo, { categoryId: quiet });
  const alone = await time(() => world.reply(bo, { categoryId: quiet }));
  const watched = await time(() => world.reply(bo, { categoryId }));
  const [told, between] = await Promise.all([time(() => world.settled()), time(() => world.reply(bo, { categoryId: quiet }))]);
  const [spread] = await spreads();
  expect(spread).toMatchObject({ told: 10_000, done_at: expect.any(Date) });
  console.log(`10,000 watchers: rows after ${Math.round(told)} ms; the event ${alone.toFixed(1)} ms alone, ${watched.toFixed(1)} ms with watchers, ${between.toFixed(1)} ms meanwhile`);
}, 90_000);
