import { forum, user } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { People } from '@unityplan/service-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startForumWorld, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
beforeAll(async () => void (world = await startForumWorld()));
afterAll(() => world?.stop());

it('shows mentions as links to members, whatever else the text tries', async () => {
  const [freja, bo] = [await world.person('freja'), await world.person('bob')];
  const { postId } = await world.topic(freja, { markdown: 'Hej @Bob og @ingen, se `@bob` <script>alert(1)</script>' });
  const { html } = (await world.call(forum.getPost, { params: { postId } })).body;
  expect(html).toBe('<p>Hej <a href="/members/bob" class="mention">@bob</a> og @ingen, se <code>@bob</code> &#x3C;script>alert(1)&#x3C;/script></p>');
  expect((await world.published('topic.created')).at(-1)).toMatchObject({ mentionedIds: [bo.memberId] });
});

it('asks for the people of a page once, and again after they changed', async () => {
  const names = await Promise.all(['a1', 'b1', 'c1'].map((handle) => world.person(`x${handle}`)));
  const { topicId } = await world.topic(names[0]!);
  for (const member of names) await world.reply(member, topicId);
  const forgetting = (memberId: string) => world.service('forum').app.get(People).forget('DK', memberId);
  for (const { memberId } of names) forgetting(memberId);
  const before = world.people.calls.getPeople;
  const read = async () => (await world.call(forum.listPosts, { params: { topicId } })).body.items.map(({ author }) => author.handle);
  expect(await read()).toEqual(['xa1', 'xa1', 'xb1', 'xc1']);
  expect(await read()).toEqual(['xa1', 'xa1', 'xb1', 'xc1']);
  expect(world.people.calls.getPeople - before).toBe(1);
  world.people.name(names[1]!, 'xnew', null);
  forgetting(names[1]!.memberId);
  expect(await read()).toEqual(['xa1', 'xa1', 'xnew', 'xc1']);
});

it('previews a text as it will be posted, and stores nothing', async () => {
  const bo = await world.person('bob');
  const { body } = await world.call(forum.previewMarkdown, { as: bo, body: { markdown: '**Hej** @bob' } });
  expect(body).toEqual({ html: '<p><strong>Hej</strong> <a href="/members/bob" class="mention">@bob</a></p>' });
  expect((await world.call(forum.previewMarkdown, { as: bo, body: { markdown: '' } })).body).toEqual({ html: '' });
});

it('gives other services excerpts of posts that are still there', async () => {
  const bo = await world.person('bob');
  const { topicId, postId } = await world.topic(bo, { title: 'Havnebad', markdown: '**Skal** det holde åbent?' });
  const gone = await world.reply(bo, topicId);
  await world.call(forum.deletePost, { as: bo, params: { postId: gone.postId } });
  const rpc = world.service('user').app.get(RpcClient);
  const unknown = '01900000-0000-7000-9000-00000000ffff';
  expect(await rpc.call(forum.getExcerpts, 'DK', { postIds: [postId, gone.postId, unknown] })).toEqual({
    posts: [{ postId, topicId, number: 1, topicTitle: 'Havnebad', topicSlug: 'havnebad', authorId: bo.memberId, excerpt: 'Skal det holde åbent?', html: '<p><strong>Skal</strong> det holde åbent?</p>' }],
  });
  expect((await rpc.call(forum.getExcerpts, 'DK', { postIds: [postId], html: false })).posts).toMatchObject([{ postId, excerpt: 'Skal det holde åbent?', html: '' }]);
  expect(await rpc.call(forum.getExcerpts, 'NO', { postIds: [postId] })).toEqual({ posts: [] });
});

it('holds a text with mentions until the user service is back, and tells of each', async () => {
  const [freja, bo] = [await world.person('freja'), await world.person('bob')];
  world.people.failing = true;
  const asked = world.people.calls.resolveHandles;
  const posting = world.topic(freja, { markdown: 'Hej @bob' });
  await expect.poll(() => world.people.calls.resolveHandles).toBeGreaterThan(asked + 2);
  expect((await world.call(forum.previewMarkdown, { as: bo, body: { markdown: 'Hej @bob' } })).body).toEqual({ html: '<p>Hej @bob</p>' });
  world.people.failing = false;
  const { html } = (await world.call(forum.getPost, { params: { postId: (await posting).postId } })).body;
  expect(html).toBe('<p>Hej <a href="/members/bob" class="mention">@bob</a></p>');
  expect((await world.published('topic.created')).at(-1)).toMatchObject({ mentionedIds: [bo.memberId] });
});

it('while the user service stays away, takes texts without mentions, and asks to come again with others', async () => {
  const alone = await startForumWorld({ withUsers: false });
  try {
    const bo = await alone.person('bob');
    const { postId, topicId } = await alone.topic(bo, { markdown: 'Hej alle' });
    const { body } = await alone.call(forum.getPost, { params: { postId } });
    expect(body).toMatchObject({ html: '<p>Hej alle</p>', author: { memberId: bo.memberId, handle: null, displayName: null } });
    const refused = await alone.call(forum.createPost, { as: bo, params: { topicId }, body: { markdown: 'Hej @bob' } });
    expect(refused.problem).toMatchObject({ status: 503, code: 'service_unavailable' });
    expect(refused.headers['retry-after']).toBe('2');
    expect(await alone.published(forum.postCreated.name)).toEqual([]);
    expect(await alone.published(user.profileUpdated.name)).toEqual([]);
  } finally {
    await alone.stop();
  }
});
