import fc from 'fast-check';
import { forum } from '@unityplan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startForumWorld, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
beforeAll(async () => void (world = await startForumWorld()));
afterAll(() => world?.stop());

const unknown = '01900000-0000-7000-9000-00000000ffff';

it('numbers replies that arrive at once without gap or double', async () => {
  const [freja, bo] = [await world.person('freja'), await world.person('bo')];
  const { topicId } = await world.topic(freja);
  const replies = await Promise.all(Array.from({ length: 12 }, (_, i) => world.reply(i % 2 ? freja : bo, topicId)));
  expect(replies.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 2));
  expect((await world.call(forum.getTopic, { params: { topicId } })).body).toMatchObject({ postCount: 13 });
  // The order of events is the order of numbers.
  const events = (await world.published('post.created')).filter((event) => event['topicId'] === topicId);
  expect(events.map((event) => event['number'])).toEqual(Array.from({ length: 12 }, (_, i) => i + 2));
});

it('replies to a post of the same topic, and tells whose it was', async () => {
  const [freja, bo] = [await world.person('freja'), await world.person('bo')];
  const { topicId } = await world.topic(freja);
  const asked = await world.reply(bo, topicId, 'Hvorfor?');
  const answer = await world.call(forum.createPost, { as: freja, params: { topicId }, body: { markdown: 'Derfor.', replyToPostId: asked.postId } });
  expect(answer.body.replyTo).toMatchObject({ postId: asked.postId, number: 2, author: { memberId: bo.memberId, handle: 'bo', displayName: 'BO' } });
  const event = (await world.published('post.created')).at(-1);
  expect(event).toMatchObject({ topicAuthorId: freja.memberId, replyToPostId: asked.postId, replyToAuthorId: bo.memberId });
  const elsewhere = await world.topic(bo);
  const wrong = await world.call(forum.createPost, { as: freja, params: { topicId: elsewhere.topicId }, body: { markdown: 'Derfor.', replyToPostId: asked.postId } });
  expect(wrong.problem).toMatchObject({ status: 400, code: 'input_invalid', faults: [{ path: 'body.replyToPostId' }] });
  expect((await world.call(forum.getTopic, { params: { topicId: elsewhere.topicId } })).body.postCount).toBe(1);
});

it('repeats a reply once only for the same key', async () => {
  const bo = await world.person('bo');
  const { topicId } = await world.topic(bo);
  const request = { as: bo, params: { topicId }, body: { markdown: 'Én gang' }, headers: { 'idempotency-key': 'reply-000001' } };
  const [one, two] = await Promise.all([world.call(forum.createPost, request), world.call(forum.createPost, request)]);
  expect(two.body).toEqual(one.body);
  expect((await world.call(forum.getTopic, { params: { topicId } })).body.postCount).toBe(2);
  const other = await world.call(forum.createPost, { ...request, body: { markdown: 'Noget andet' } });
  expect(other.problem).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
});

it('pages both ways from anywhere while others write: nothing twice, nothing missed', async () => {
  const bo = await world.person('bo');
  const { topicId } = await world.topic(bo);
  for (let i = 0; i < 15; i++) await world.reply(bo, topicId);
  const pageOf = async (query: { limit: number; from?: number; cursor?: string }) => (await world.call(forum.listPosts, { params: { topicId }, query })).body;
  const numbers = (page: { items: { number: number }[] }) => page.items.map(({ number }) => number);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 16 }), fc.array(fc.boolean(), { maxLength: 6 }), async (limit, from, steps) => {
      let page = await pageOf({ limit, from });
      let seen = numbers(page);
      expect(seen[0]).toBe(from);
      for (const forwards of steps) {
        if (forwards) await world.reply(bo, topicId);
        const cursor = forwards ? page.next : page.previous;
        if (!cursor) continue;
        const next = await pageOf({ limit, cursor });
        // Each page continues the run of numbers at its own end, whichever way one came.
        const expected = forwards ? numbers(page).at(-1)! + 1 : numbers(page)[0]! - 1;
        expect(forwards ? numbers(next)[0] : numbers(next).at(-1)).toBe(expected);
        seen = [...new Set([...seen, ...numbers(next)])].sort((a, b) => a - b);
        page = next;
      }
      expect(seen).toEqual(Array.from({ length: seen.length }, (_, i) => seen[0]! + i));
    }),
    { numRuns: 25 },
  );
  const all: number[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf({ limit: 6, ...(cursor ? { cursor } : {}) });
    all.push(...numbers(page));
    if (all.length < 40) await world.reply(bo, topicId);
    cursor = page.next;
  } while (cursor);
  expect(all).toEqual(Array.from({ length: all.length }, (_, i) => i + 1));
  expect((await pageOf({ limit: 5, from: 1 })).previous).toBeNull();
  const beyond = await pageOf({ limit: 5, from: 1e9 });
  expect(beyond).toEqual({ items: [], next: null, previous: null });
});

it('shows a deleted post as a marker and its text nowhere, and tells of it once', async () => {
  const [freja, bo] = [await world.person('freja'), await world.person('bo')];
  const { topicId } = await world.topic(freja);
  const { postId } = await world.reply(bo, topicId, 'Hemmeligt');
  await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'Stadig hemmeligt', revision: 1 } });
  expect((await world.call(forum.deletePost, { as: freja, params: { postId } })).problem).toMatchObject({ status: 403, code: 'not_author' });
  for (let i = 0; i < 2; i++) expect((await world.call(forum.deletePost, { as: bo, params: { postId } })).status).toBe(204);
  expect((await world.published('post.deleted')).filter((event) => event['postId'] === postId)).toHaveLength(1);
  const { body: page } = await world.call(forum.listPosts, { params: { topicId } });
  expect(page.items[1]).toMatchObject({ number: 2, deleted: true, html: '', markdown: '', author: { memberId: bo.memberId } });
  expect(JSON.stringify([page, (await world.call(forum.listRevisions, { params: { postId } })).body])).not.toContain('emmelig');
  expect((await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'Igen', revision: 2 } })).problem).toMatchObject({ status: 410, code: 'post_gone' });
});

it.each([
  ['a reply without text', forum.createPost, { params: { topicId: unknown }, body: {} }, 400, 'input_invalid'],
  ['a reply in no topic', forum.createPost, { params: { topicId: unknown }, body: { markdown: 'Hej' } }, 404, 'not_found'],
  ['posts of no topic', forum.listPosts, { params: { topicId: unknown } }, 404, 'not_found'],
  ['a page from nowhere', forum.listPosts, { params: { topicId: unknown }, query: { from: 0 } }, 400, 'input_invalid'],
  ['an unknown post', forum.getPost, { params: { postId: unknown } }, 404, 'not_found'],
  ['an edit of no post', forum.editPost, { params: { postId: unknown }, body: { markdown: 'Hej', revision: 1 } }, 404, 'not_found'],
  ['an edit without revision', forum.editPost, { params: { postId: unknown }, body: { markdown: 'Hej' } }, 400, 'input_invalid'],
  ['a deletion of no post', forum.deletePost, { params: { postId: unknown } }, 404, 'not_found'],
  ['revisions of no post', forum.listRevisions, { params: { postId: unknown } }, 404, 'not_found'],
  ['broken JSON', forum.createPost, { params: { topicId: unknown }, body: '{"markdown":', headers: { 'content-type': 'application/json' } }, 400, 'body_not_json'],
  ['another kind of body', forum.createPost, { params: { topicId: unknown }, body: 'Hej', headers: { 'content-type': 'application/xml' } }, 415, 'media_type_unsupported'],
])('answers %s clearly', async (_what, route, options, status, code) => {
  const { problem } = await world.call(route, { ...options, as: await world.person('bo') });
  expect(problem).toMatchObject({ status, code });
});

it('stores HTML and javascript: as harmless text, wherever a post is shown', async () => {
  const bo = await world.person('bo');
  const { topicId } = await world.topic(bo);
  const markdown = '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) [y](JaVaScRiPt:alert(1)) ![z](data:text/html,x)';
  const { postId } = await world.reply(bo, topicId, markdown);
  await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: `${markdown} igen`, revision: 1 } });
  const { body: page } = await world.call(forum.listPosts, { params: { topicId } });
  const { body: revisions } = await world.call(forum.listRevisions, { params: { postId } });
  const { posts } = await world.rpc.call(forum.getExcerpts, 'DK', { postIds: [postId], viewerId: null });
  const shown = [page.items[1]!.html, ...revisions.items.map(({ html }) => html), posts[0]!.html, (await world.call(forum.previewMarkdown, { as: bo, body: { markdown } })).body.html];
  expect(shown).toHaveLength(5);
  for (const html of shown) {
    expect(html).not.toMatch(/<(script|img)|href="(javascript|data)/i);
    expect(html).toContain('&#x3C;script>alert(1)&#x3C;/script>');
  }
  // The source is as it was written, for editing and quoting.
  expect(page.items[1]!.markdown).toBe(`${markdown} igen`);
});

it('refuses a cursor of another list', async () => {
  const bo = await world.person('bo');
  const [one, two] = [await world.topic(bo), await world.topic(bo)];
  await world.reply(bo, one.topicId);
  const { next } = (await world.call(forum.listPosts, { params: { topicId: one.topicId }, query: { limit: 1 } })).body;
  for (const answer of [
    await world.call(forum.listPosts, { params: { topicId: two.topicId }, query: { cursor: next! } }),
    await world.call(forum.listTopics, { query: { cursor: next! } }),
    await world.call(forum.listRevisions, { params: { postId: one.postId }, query: { cursor: next! } }),
  ])
    expect(answer.problem).toMatchObject({ status: 400, code: 'cursor_invalid' });
});
