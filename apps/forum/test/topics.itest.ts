import { forum } from '@unityplan/contracts';
import { expectPublished } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstCategory, startForumWorld, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
beforeAll(async () => void (world = await startForumWorld()));
afterAll(() => world?.stop());

const body = { categoryId: firstCategory, title: 'Ny bådebro på øen', markdown: 'Den **gamle** er rådden.' };

it('has five categories from the start, in both languages', async () => {
  const { body: answer } = await world.call(forum.listCategories, { territory: 'NO' });
  expect(answer.items.map(({ slug, name }) => [slug, name.da])).toEqual([
    ['welcome', 'Velkommen'], ['ideas', 'Idéer til fællesskabet'], ['questions', 'Spørgsmål og hjælp'], ['everyday', 'Hverdagen'], ['hosts', 'Samtaleværter'],
  ]);
});

it('opens a topic with its first post, its event and its counters in one go', async () => {
  const freja = await world.person('freja');
  const before = (await world.call(forum.listCategories)).body.items[0]!.topicCount!;
  const answer = await world.call(forum.createTopic, { as: freja, body });
  expect(answer.status).toBe(201);
  const { topic, post } = answer.body;
  const author = { memberId: freja.memberId, handle: 'freja', displayName: 'FREJA' };
  expect(topic).toMatchObject({ slug: 'ny-baadebro-paa-oeen', title: body.title, postCount: 1, author, lastAuthor: author });
  expect(post).toMatchObject({ createdAt: topic.lastActivityAt, topicId: topic.topicId, number: 1, revision: 1, html: '<p>Den <strong>gamle</strong> er rådden.</p>', author, replyTo: null, deleted: false });
  const event = await expectPublished({ query: async (text, values) => ({ rows: await world.ground.query(text, values), rowCount: 0 }) }, forum.topicCreated, { topicId: topic.topicId });
  expect(event).toMatchObject({ territory: 'DK', aggregate: topic.topicId, payload: { postId: post.postId, authorId: freja.memberId, mentionedIds: [] } });

  expect((await world.call(forum.getTopic, { as: freja, params: { topicId: topic.topicId } })).body).toMatchObject({ ...topic, closure: null, reading: { upTo: 1, unread: 0, firstUnread: null } });
  const category = (await world.call(forum.listCategories)).body.items[0]!;
  expect(category).toMatchObject({ topicCount: before + 1, lastActivityAt: topic.lastActivityAt });
});

it('lists topics by latest activity, of one category or all', async () => {
  const bo = await world.person('bo');
  const first = await world.topic(bo);
  const second = await world.topic(bo);
  await world.reply(bo, first.topicId);
  const { body: page } = await world.call(forum.listTopics, { query: { categoryId: firstCategory, limit: 2 } });
  expect(page.items.map(({ topicId }) => topicId)).toEqual([first.topicId, second.topicId]);
  const other = await world.call(forum.listTopics, { query: { categoryId: firstCategory.replace(/1$/, '2') } });
  expect(other.body).toEqual({ items: [], pinned: [], next: null, previous: null });
});

it('gives the first answer again for the same key and body, and refuses another body', async () => {
  const bo = await world.person('bo');
  const request = { as: bo, body, headers: { 'idempotency-key': 'create-topic-1' } };
  const [one, two] = await Promise.all([world.call(forum.createTopic, request), world.call(forum.createTopic, request)]);
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(two.body).toEqual(one.body);
  expect((await world.published('topic.created')).filter((event) => event['authorId'] === bo.memberId)).toHaveLength(1);
  const other = await world.call(forum.createTopic, { ...request, body: { ...body, title: 'Something else' } });
  expect(other.problem).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  // The key is the member's own: someone else may use the same one.
  const ida = await world.call(forum.createTopic, { ...request, as: await world.person('ida') });
  expect(ida.body.topic.topicId).not.toBe(one.body.topic.topicId);
});

it('pages through topics both ways while others are opened, without one twice or missing', async () => {
  const ole = await world.person('ole', 'NO');
  const made: string[] = [];
  const open = async () => void made.push((await world.topic(ole)).topicId);
  for (let i = 0; i < 9; i++) await open();
  const seen: string[] = [];
  let cursor: string | null | undefined;
  let back: string | null = null;
  do {
    const { body: page } = await world.call(forum.listTopics, { territory: 'NO', query: { limit: 2, cursor: cursor ?? undefined } });
    seen.push(...page.items.map(({ topicId }) => topicId));
    await open();
    back = page.previous;
    cursor = page.next;
  } while (cursor);
  expect(seen).toEqual(made.slice(0, 9).toReversed());
  // Back from the last page: everything above it, and now also what came meanwhile.
  const above: string[] = [];
  while (back) {
    const { body: page } = await world.call(forum.listTopics, { territory: 'NO', query: { limit: 2, cursor: back } });
    above.unshift(...page.items.map(({ topicId }) => topicId));
    back = page.previous;
  }
  expect(above).toEqual(made.toReversed().slice(0, -1));
});

it('keeps territories apart', async () => {
  const freja = await world.person('freja');
  const { topicId, postId } = await world.topic(freja);
  for (const answer of [
    await world.call(forum.getTopic, { params: { topicId }, territory: 'NO' }),
    await world.call(forum.listPosts, { params: { topicId }, territory: 'NO' }),
    await world.call(forum.getPost, { params: { postId }, territory: 'NO' }),
    await world.call(forum.listRevisions, { params: { postId }, territory: 'NO' }),
  ])
    expect(answer.problem).toMatchObject({ status: 404, code: 'not_found' });
  const foreign = await world.call(forum.createTopic, { as: freja, territory: 'NO', body });
  expect(foreign.problem).toMatchObject({ status: 403, code: 'territory_mismatch' });
});

it.each([
  ['no title', { title: undefined }, 'body.title'],
  ['a short title', { title: ' ab ' }, 'body.title'],
  ['a long title', { title: 'x'.repeat(151) }, 'body.title'],
  ['control characters', { title: 'Hello \u0000 world' }, 'body.title'],
  ['no text', { markdown: '  ' }, 'body.markdown'],
  ['too long a text', { markdown: 'x'.repeat(30_001) }, 'body.markdown'],
  ['too deep a text', { markdown: '> '.repeat(5_000) + 'x' }, 'body.markdown'],
  ['no category', { categoryId: 'welcome' }, 'body.categoryId'],
])('refuses %s by name', async (_what, wrong, path) => {
  const { problem } = await world.call(forum.createTopic, { as: await world.person('bo'), body: { ...body, ...wrong } });
  expect(problem).toMatchObject({ status: 400, code: 'input_invalid', faults: [{ path }] });
});

it.each([
  ['an unknown category', forum.createTopic, { body: { ...body, categoryId: '01900000-0000-7000-9000-00000000ffff' } }, 404, 'not_found'],
  ['a list of an unknown category', forum.listTopics, { query: { categoryId: '01900000-0000-7000-9000-00000000ffff' } }, 404, 'not_found'],
  ['an unknown topic', forum.getTopic, { params: { topicId: '01900000-0000-7000-9000-00000000ffff' } }, 404, 'not_found'],
  ['no id at all', forum.getTopic, { params: { topicId: 'x' } }, 400, 'input_invalid'],
  ['a page of none', forum.listTopics, { query: { limit: 0 } }, 400, 'input_invalid'],
  ['a cursor of nothing', forum.listTopics, { query: { cursor: 'abc' } }, 400, 'cursor_invalid'],
  ['a forged cursor', forum.listTopics, { query: { cursor: Buffer.from('["topics ","after",["x","y"]]').toString('base64url') } }, 400, 'cursor_invalid'],
  ['a bad idempotency key', forum.createTopic, { body, headers: { 'idempotency-key': 'short' } }, 400, 'input_invalid'],
])('answers %s clearly', async (_what, route, options, status, code) => {
  const { problem } = await world.call(route, { ...options, as: await world.person('bo') });
  expect(problem).toMatchObject({ status, code });
});

it('lets only members write', async () => {
  const { problem } = await world.call(forum.createTopic, { body });
  expect(problem).toMatchObject({ status: 401, code: 'not_signed_in' });
});
