import { forum, type RouteInput } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstCategory, hosts, startForumWorld, unknown, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
let moderator: TestMember;
let now = Date.UTC(2026, 10, 21, 9);
beforeAll(async () => {
  world = await startForumWorld({ clock: () => now });
  moderator = await world.holder('mo', 'moderator');
});
afterAll(() => world?.stop());

type Change = RouteInput<typeof forum.changeTopic>['body'];
const change = (topicId: string, body: Change, as = moderator) => world.call(forum.changeTopic, { as, params: { topicId }, body });
const second = firstCategory.replace(/1$/, '2');
const pinnedIn = async (categoryId: string, as?: TestMember) => (await world.call(forum.listTopics, { ...(as ? { as } : {}), query: { categoryId } })).body.pinned.map(({ topicId }) => topicId);

it('pins a topic first in its category until its time, and says so in the log', async () => {
  const bo = await world.person('bo');
  const [one, two] = [await world.topic(bo, { title: 'Læs mig først' }), await world.topic(bo)];
  const until = new Date(now + 3_600_000).toISOString();
  const pinned = await change(one.topicId, { change: 'pin', until, reason: 'Vigtigt' });
  expect(pinned.body).toMatchObject({ topicId: one.topicId, pinned: { until } });
  const { body: page } = await world.call(forum.listTopics, { query: { categoryId: firstCategory, limit: 2 } });
  expect(page.pinned.map(({ topicId }) => topicId)).toEqual([one.topicId]);
  // At its place in the list it is, too, so that reading on neither repeats nor misses anything; later pages have no pins.
  expect(page.items.map(({ topicId }) => topicId)).toEqual([two.topicId, one.topicId]);
  if (page.next) expect((await world.call(forum.listTopics, { query: { categoryId: firstCategory, cursor: page.next } })).body.pinned).toEqual([]);
  expect((await world.call(forum.listTopics)).body.pinned).toEqual([]);
  expect((await change(one.topicId, { change: 'pin', until })).problem).toMatchObject({ status: 409, code: 'topic_unchanged' });
  now += 3_600_000;
  expect(await pinnedIn(firstCategory, bo)).toEqual([]);
  expect((await change(one.topicId, { change: 'unpin' })).problem.code).toBe('topic_unchanged');
  expect((await change(one.topicId, { change: 'pin', until: null })).body.pinned).toEqual({ until: null });
  expect((await change(one.topicId, { change: 'unpin' })).body.pinned).toBeNull();
  expect((await change(one.topicId, { change: 'pin', until })).problem).toMatchObject({ status: 400, faults: [{ path: 'body.until' }] });
  const { body: log } = await world.call(forum.listModerationLog, { query: { topicId: one.topicId } });
  expect(log.items.map(({ action, reason }) => [action, reason])).toEqual([['topic_unpinned', null], ['topic_pinned', null], ['topic_pinned', 'Vigtigt']]);
});

it('closes a topic to replies with a clear word, and opens it again', async () => {
  const bo = await world.person('bo');
  const { topicId, postId } = await world.topic(bo);
  const closed = await change(topicId, { change: 'close', reason: 'Alt er sagt' });
  expect(closed.body).toMatchObject({ closed: true, closure: { by: { memberId: moderator.memberId, handle: 'mo' }, reason: 'Alt er sagt', at: new Date(now).toISOString() } });
  const reply = { as: bo, params: { topicId }, body: { markdown: 'Et sidste ord' }, headers: { 'idempotency-key': 'last-word-1' } };
  expect((await world.call(forum.createPost, reply)).problem).toMatchObject({ status: 409, code: 'topic_closed' });
  expect((await world.call(forum.getTopic, { params: { topicId } })).body).toMatchObject({ postCount: 1, closed: true });
  expect((await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'Rettet', revision: 1 } })).status).toBe(200);
  expect((await change(topicId, { change: 'close', reason: 'Igen' })).problem.code).toBe('topic_unchanged');
  expect((await change(topicId, { change: 'open', reason: 'Der er mere' })).body).toMatchObject({ closed: false, closure: null });
  // The key was not used up by the refusal.
  expect((await world.call(forum.createPost, reply)).status).toBe(201);
  expect((await world.published('topic.changed')).filter((event) => event['topicId'] === topicId).map((event) => event['change'])).toEqual(['closed', 'opened']);
});

it('moves a topic with its address, and decides by where it is from then on', async () => {
  const [bo, host] = [await world.person('bo'), await world.holder('ida', 'community-host')];
  const { topicId } = await world.topic(bo);
  await world.reply(bo, topicId);
  await change(topicId, { change: 'pin', until: null });
  const counts = async () => Object.fromEntries((await world.call(forum.listCategories)).body.items.map(({ categoryId, topicCount }) => [categoryId, topicCount!]));
  const before = await counts();
  const moved = await change(topicId, { change: 'move', categoryId: hosts, reason: 'Hører til dér' });
  expect(moved.body).toMatchObject({ topicId, categoryId: hosts, pinned: null });
  const after = await counts();
  expect([after[firstCategory], after[hosts]]).toEqual([before[firstCategory]! - 1, before[hosts]! + 1]);
  expect((await world.call(forum.getTopic, { params: { topicId } })).body.categoryId).toBe(hosts);
  expect((await world.call(forum.createPost, { as: bo, params: { topicId }, body: { markdown: 'Må jeg?' } })).problem.code).toBe('badge_required');
  const reply = await world.call(forum.createPost, { as: host, params: { topicId }, body: { markdown: 'Jeg må' } });
  expect(reply.body.number).toBe(3);
  expect((await world.published('post.created')).at(-1)).toMatchObject({ topicId, categoryId: hosts });
  expect((await world.published('topic.changed')).at(-1)).toMatchObject({ topicId, change: 'moved', fromCategoryId: firstCategory, categoryId: hosts });
  expect((await world.call(forum.listTopics, { query: { categoryId: hosts } })).body.items.map((topic) => topic.topicId)).toContain(topicId);
  expect((await change(topicId, { change: 'move', categoryId: hosts, reason: 'Igen' })).problem.code).toBe('topic_unchanged');
  const { body: log } = await world.call(forum.listModerationLog, { query: { topicId, limit: 1 } });
  expect(log.items[0]).toMatchObject({ action: 'topic_moved', moved: { fromCategoryId: firstCategory, toCategoryId: hosts }, role: 'moderator', topic: { categoryId: hosts } });
});

it('finds a topic that moved behind the forum’s back, and never writes into the wrong category', async () => {
  const bo = await world.person('bo');
  const { topicId } = await world.topic(bo);
  await world.reply(bo, topicId);
  const moveSilently = (categoryId: string) => world.ground.query('update territory_dk.forum_topics set category_id = $1 where id = $2', [categoryId, topicId]);
  await moveSilently(second);
  await world.reply(bo, topicId);
  expect((await world.published('post.created')).at(-1)).toMatchObject({ topicId, categoryId: second });
  await moveSilently(hosts);
  const refused = await world.call(forum.createPost, { as: bo, params: { topicId }, body: { markdown: 'Hej' } });
  expect(refused.problem.code).toBe('badge_required');
  await world.ground.query('update territory_dk.forum_categories c set topic_count = (select count(*) from territory_dk.forum_topics where category_id = c.id)');
});

it('does one of many changes at once', async () => {
  const { topicId } = await world.topic(await world.person('bo'));
  const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => change(topicId, { change: 'move', categoryId: i % 2 ? second : firstCategory.replace(/1$/, '3'), reason: `Flyt ${i}` })));
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  const [{ wrong } = { wrong: 1 }] = await world.ground.query<{ wrong: number }>(
    'select count(*)::int as wrong from territory_dk.forum_categories c where topic_count <> (select count(*) from territory_dk.forum_topics where category_id = c.id)');
  expect(wrong).toBe(0);
});

it.each<[string, (topicId: string) => Promise<{ problem: object }>, number, string]>([
  ['someone who is no moderator', async (topicId) => change(topicId, { change: 'close', reason: 'Fordi' }, await world.person('bo')), 403, 'badge_required'],
  ['an unknown topic', () => change(unknown, { change: 'close', reason: 'Fordi' }), 404, 'not_found'],
  ['a move to nowhere', (topicId) => change(topicId, { change: 'move', categoryId: unknown, reason: 'Fordi' }), 404, 'not_found'],
  ['a closing without a reason', (topicId) => change(topicId, { change: 'close' } as never), 400, 'input_invalid'],
  ['a change of no kind', (topicId) => change(topicId, { change: 'burn', reason: 'Fordi' } as never), 400, 'input_invalid'],
])('refuses %s', async (_what, attempt, status, code) => {
  const { topicId } = await world.topic(await world.person('bo'));
  expect((await attempt(topicId)).problem).toMatchObject({ status, code });
});

it('moves only between categories that one moderates', async () => {
  const manager = await world.holder('mia', 'territory-manager');
  const { slug, name, about, gates, revision, categoryId } = (await world.call(forum.listCategories)).body.items.find((one) => one.slug === 'everyday')!;
  const changed = await world.call(forum.changeCategory, { as: manager, params: { categoryId }, body: { slug, name, about, gates: { ...gates, moderate: { rule: 'badge', badge: 'territory-manager' } }, revision } });
  expect(changed.status).toBe(200);
  const { topicId } = await world.topic(await world.person('bo'));
  expect((await change(topicId, { change: 'move', categoryId, reason: 'Fordi' })).problem.code).toBe('badge_required');
  expect((await change(topicId, { change: 'move', categoryId, reason: 'Fordi' }, manager)).status).toBe(200);
  expect((await change(topicId, { change: 'close', reason: 'Fordi' })).problem.code).toBe('badge_required');
});
