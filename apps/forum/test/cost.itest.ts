import { forum } from '@unityplan/contracts';
import { FORGET_REQUESTS } from '@unityplan/service-kit';
import { expectPublished } from '@unityplan/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Retention } from '../src/retention/retention.service.ts';
import { startForumWorld, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
let now = Date.UTC(2026, 10, 21, 9);
beforeAll(async () => void (world = await startForumWorld({ clock: () => now })));
afterAll(() => world?.stop());

/** The statements that the services' own connections send while `work` runs. */
async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const query = pg.Client.prototype.query as unknown as (this: unknown, ...args: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string; values?: { text?: string } }];
    sent.push(typeof first === 'string' ? first : (first.text ?? ''));
    return query.apply(this, args) as never;
  } as never);
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return sent;
}

it('writes a reply with everything that belongs to it in two statements and a commit', async () => {
  const bo = await world.person('bo');
  const { topicId, postId } = await world.topic(bo);
  await world.reply(bo, topicId);
  await world.call(forum.savePostDraft, { as: bo, params: { place: `reply:${topicId}` }, body: { markdown: 'Et sv', revision: 0 } });
  const sent = await statements(async () => {
    const answer = await world.call(forum.createPost, { as: bo, params: { topicId }, body: { markdown: 'Et svar', replyToPostId: postId, draftRevision: 1 }, headers: { 'idempotency-key': 'counted-1' } });
    expect(answer.body).toMatchObject({ number: 3, html: '<p>Et svar</p>', replyTo: { number: 1, author: { handle: 'bo' } }, score: 0, ownVote: null, hidden: null });
  });
  // Gates are remembered for a second, so on a slow machine this may be the call that reads them.
  const own = sent.filter((text) => !/^\s*(begin|start transaction|commit)|from "forum_categories"/i.test(text));
  expect(own.map((text) => /forum_requests[\s\S]*forum_posts/.test(text) ? 'reply' : /messaging\.outbox/.test(text) ? 'event' : text)).toEqual(['reply', 'event']);
  await expectPublished({ query: async (text, values) => ({ rows: await world.ground.query(text, values), rowCount: 0 }) }, forum.postCreated, { topicId, number: 3 });
});

it('says the same as reading the post back', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  const { topicId, postId } = await world.topic(bo);
  const answer = await world.call(forum.createPost, { as: ida, params: { topicId }, body: { markdown: 'Hej **du**', replyToPostId: postId } });
  expect(answer.body).toEqual((await world.call(forum.getPost, { as: ida, params: { postId: answer.body.postId } })).body);
});

it('reads a page of posts, a topic and a list in few statements each', async () => {
  const bo = await world.person('bo');
  const { topicId } = await world.topic(bo);
  await world.call(forum.listCategories, { as: bo });
  const count = async (work: () => Promise<unknown>) => (await statements(work)).filter((text) => !/^\s*(begin|start transaction|commit)/i.test(text)).length;
  expect(await count(() => world.call(forum.listPosts, { as: bo, params: { topicId } }))).toBeLessThanOrEqual(2);
  expect(await count(() => world.call(forum.getTopic, { as: bo, params: { topicId } }))).toBeLessThanOrEqual(3);
  expect(await count(() => world.call(forum.listTopics, { as: bo }))).toBeLessThanOrEqual(2);
  expect(await count(() => world.call(forum.listTopics))).toBeLessThanOrEqual(2);
  // What a guest has just been told costs nothing to tell the next.
  await expect.poll(async () => (await world.call(forum.listTopics), count(() => world.call(forum.listTopics)))).toBe(0);
});

it('forgets requests after a week, counts of votes after days, and drafts after half a year', async () => {
  const bo = await world.person('bo');
  const { topicId } = await world.topic(bo);
  const key = { 'idempotency-key': 'kept-for-a-week' };
  const reply = () => world.call(forum.createPost, { as: bo, params: { topicId }, body: { markdown: 'Én gang' }, headers: key });
  const first = (await reply()).body.postId;
  await world.call(forum.savePostDraft, { as: bo, params: { place: `reply:${topicId}` }, body: { markdown: 'Begyndt', revision: 0 } });
  // The database's own clock dates requests.
  const { app } = world.service('forum');
  const cleanUp = async () => void (await app.get(Retention).run(), await app.get<() => Promise<void>>(FORGET_REQUESTS)());
  const real = Date.now();
  [now] = [real + 6 * 86_400_000];
  await cleanUp();
  expect((await reply()).body.postId).toBe(first);
  now = real + 8 * 86_400_000;
  await cleanUp();
  expect((await reply()).body.postId).not.toBe(first);
  const drafts = async () => (await world.call(forum.listPostDrafts, { as: bo })).body.items.length;
  expect(await drafts()).toBe(0); // posted
  await world.call(forum.savePostDraft, { as: bo, params: { place: `reply:${topicId}` }, body: { markdown: 'Begyndt', revision: 0 } });
  now += 179 * 86_400_000;
  await cleanUp();
  expect(await drafts()).toBe(1);
  now += 2 * 86_400_000;
  await cleanUp();
  expect(await drafts()).toBe(0);
});
