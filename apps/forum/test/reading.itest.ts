import { forum } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstCategory, startForumWorld, unknown, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
let now = Date.UTC(2026, 10, 21, 9);
beforeAll(async () => void (world = await startForumWorld({ clock: () => now })));
afterAll(() => world?.stop());

const second = firstCategory.replace(/1$/, '2');
const read = (as: TestMember, topicId: string, upTo: number) => world.call(forum.setReadState, { as, params: { topicId }, body: { upTo } });
const state = async (as: TestMember, topicId: string) => (await world.call(forum.getTopic, { as, params: { topicId } })).body.reading;
const unreadIn = async (as: TestMember, categoryId: string) => (await world.call(forum.listCategories, { as })).body.items.find((one) => one.categoryId === categoryId)!.unreadTopics;

it('remembers how far one has read, on every device, and only ever goes on', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  const { topicId } = await world.topic(bo);
  for (let i = 0; i < 4; i++) await world.reply(bo, topicId);
  expect(await state(ida, topicId)).toEqual({ upTo: 0, unread: 5, firstUnread: 1 });
  expect((await read(ida, topicId, 3)).body).toEqual({ upTo: 3, unread: 2, firstUnread: 4 });
  expect((await read(ida, topicId, 2)).body).toEqual({ upTo: 3, unread: 2, firstUnread: 4 });
  const listed = (await world.call(forum.listTopics, { as: ida, query: { categoryId: firstCategory } })).body.items.find((topic) => topic.topicId === topicId)!;
  expect(listed.reading).toEqual({ upTo: 3, unread: 2, firstUnread: 4 });
  // Where reading goes on is a page of its own.
  expect((await world.call(forum.listPosts, { as: ida, params: { topicId }, query: { from: listed.reading!.firstUnread!, limit: 1 } })).body.items[0]!.number).toBe(4);
  expect((await read(ida, topicId, 2_000_000_000)).body).toEqual({ upTo: 5, unread: 0, firstUnread: null });
  await world.reply(bo, topicId);
  expect(await state(ida, topicId)).toEqual({ upTo: 5, unread: 1, firstUnread: 6 });
  expect((await world.call(forum.getTopic, { params: { topicId } })).body.reading).toBeNull();
});

it('counts own words as read, when all before them was', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  const { topicId } = await world.topic(bo);
  expect(await state(bo, topicId)).toEqual({ upTo: 1, unread: 0, firstUnread: null });
  await world.reply(bo, topicId);
  expect((await state(bo, topicId))!.unread).toBe(0);
  await world.reply(ida, topicId);
  await world.reply(bo, topicId);
  expect(await state(bo, topicId)).toEqual({ upTo: 2, unread: 2, firstUnread: 3 });
});

it('marks a whole category as read at once; what comes later is unread, and what was unread elsewhere stays so', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  const topics = [await world.topic(bo, { categoryId: second }), await world.topic(bo, { categoryId: second })];
  const elsewhere = await world.topic(bo);
  now += 1_000;
  expect(await unreadIn(ida, second)).toBe(2);
  expect((await world.call(forum.markCategoryRead, { as: ida, params: { categoryId: second } })).status).toBe(204);
  expect(await unreadIn(ida, second)).toBe(0);
  for (const { topicId } of topics) expect(await state(ida, topicId)).toEqual({ upTo: 1, unread: 0, firstUnread: null });
  expect((await state(ida, elsewhere.topicId))!.unread).toBe(1);
  now += 1_000;
  await world.reply(bo, topics[0]!.topicId);
  await world.reply(bo, topics[0]!.topicId);
  const later = await world.topic(bo, { categoryId: second });
  expect(await state(ida, topics[0]!.topicId)).toEqual({ upTo: 1, unread: 2, firstUnread: 2 });
  expect(await state(ida, later.topicId)).toEqual({ upTo: 0, unread: 1, firstUnread: 1 });
  expect(await unreadIn(ida, second)).toBe(2);
});

it('is right after any history of writing, reading and marking', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  type Step = 'write' | 'mark' | number;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.constant<Step>('write'), fc.constant<Step>('mark'), fc.integer({ min: 1, max: 12 })), { maxLength: 14 }), async (steps) => {
      now += 1_000;
      const { topicId } = await world.topic(bo, { categoryId: second });
      let [posts, seen] = [1, 0];
      for (const step of steps) {
        now += 1_000;
        if (step === 'write') posts = (await world.reply(bo, topicId)).number;
        else if (step === 'mark') {
          await world.call(forum.markCategoryRead, { as: ida, params: { categoryId: second } });
          seen = posts;
        } else {
          seen = Math.max(seen, Math.min(step, posts));
          await read(ida, topicId, step);
        }
        expect(await state(ida, topicId)).toEqual({ upTo: seen, unread: posts - seen, firstUnread: seen < posts ? seen + 1 : null });
      }
    }),
    { numRuns: 20 },
  );
});

it('keeps the highest of many that arrive at once', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  const { topicId } = await world.topic(bo);
  for (let i = 0; i < 9; i++) await world.reply(bo, topicId);
  await Promise.all(Array.from({ length: 10 }, (_, i) => read(ida, topicId, ((i * 7) % 10) + 1)));
  expect((await state(ida, topicId))!.upTo).toBe(10);
});

it.each([
  ['a topic that is not there', () => world.person('bo').then((as) => read(as, unknown, 1)), 404, 'not_found'],
  ['a number that is none', async () => read(await world.person('bo'), (await world.topic(await world.person('bo'))).topicId, 0), 400, 'input_invalid'],
  ['a category that is not there', async () => world.call(forum.markCategoryRead, { as: await world.person('bo'), params: { categoryId: unknown } }), 404, 'not_found'],
  ['a guest', async () => world.call(forum.markCategoryRead, { params: { categoryId: second } }), 401, 'not_signed_in'],
])('refuses %s', async (_what, attempt, status, code) => expect((await attempt()).problem).toMatchObject({ status, code }));
