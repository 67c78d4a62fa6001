import { forum } from '@unityplan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startForumWorld, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
let now = Date.UTC(2026, 10, 21, 9);
beforeAll(async () => void (world = await startForumWorld({ clock: () => now })));
afterAll(() => world?.stop());

it('keeps every text with its time and reason, newest first', async () => {
  const bo = await world.person('bo');
  const { topicId, postId } = await world.topic(bo, { markdown: 'Et' });
  now += 60_000;
  const edited = await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'To', revision: 1, reason: 'stavefejl' } });
  expect(edited.body).toMatchObject({ revision: 2, markdown: 'To', html: '<p>To</p>', editedAt: '2026-11-21T09:01:00.000Z', createdAt: '2026-11-21T09:00:00.000Z' });
  now += 60_000;
  await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'Tre', revision: 2 } });
  const { body: first } = await world.call(forum.listRevisions, { params: { postId }, query: { limit: 2 } });
  expect(first.items).toEqual([
    { revision: 3, at: '2026-11-21T09:02:00.000Z', reason: null, markdown: 'Tre', html: '<p>Tre</p>' },
    { revision: 2, at: '2026-11-21T09:01:00.000Z', reason: 'stavefejl', markdown: 'To', html: '<p>To</p>' },
  ]);
  const { body: second } = await world.call(forum.listRevisions, { params: { postId }, query: { cursor: first.next! } });
  expect(second.items).toEqual([{ revision: 1, at: '2026-11-21T09:00:00.000Z', reason: null, markdown: 'Et', html: '<p>Et</p>' }]);
  const back = await world.call(forum.listRevisions, { params: { postId }, query: { cursor: second.previous!, limit: 1 } });
  expect(back.body.items.map(({ revision }) => revision)).toEqual([2]);
  const events = (await world.published('post.edited')).filter((event) => event['postId'] === postId);
  expect(events).toMatchObject([{ topicId, number: 1, revision: 2 }, { revision: 3 }]);
});

it('lets one of many edits of the same text win and tells the others', async () => {
  const bo = await world.person('bo');
  const { postId } = await world.topic(bo);
  // Opens the pool's connections, so that the edits do overlap.
  await Promise.all(Array.from({ length: 8 }, () => world.call(forum.getPost, { params: { postId } })));
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: `Udgave ${i}`, revision: 1 } })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  expect(answers.find(({ status }) => status === 409)!.problem).toMatchObject({ code: 'post_changed_meanwhile', params: { revision: 2 } });
});

it('makes no revision of an unchanged text, also when a save is repeated', async () => {
  const bo = await world.person('bo');
  const { postId } = await world.topic(bo, { markdown: 'Samme' });
  expect((await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: ' Samme\n', revision: 1 } })).body).toMatchObject({ revision: 1, editedAt: null });
  for (let i = 0; i < 2; i++) expect((await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'Ny', revision: 1 } })).body.revision).toBe(2);
});

it('is for the author alone', async () => {
  const { postId } = await world.topic(await world.person('bo'));
  const { problem } = await world.call(forum.editPost, { as: await world.person('ida'), params: { postId }, body: { markdown: 'Min', revision: 1 } });
  expect(problem).toMatchObject({ status: 403, code: 'not_author' });
});

it('tells of people only when a text mentions them for the first time', async () => {
  const [bo, ida, freja] = [await world.person('bo2'), await world.person('ida2'), await world.person('freja2')];
  const { postId } = await world.topic(bo, { markdown: 'Hej @ida2' });
  const save = async (markdown: string, revision: number) => {
    await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown, revision } });
    return (await world.published('post.edited')).at(-1)!['newlyMentionedIds'];
  };
  expect(await save('Hej @ida2 og @freja2', 1)).toEqual([freja.memberId]);
  expect(await save('Hej alle', 2)).toEqual([]);
  expect(await save('Hej @ida2', 3)).toEqual([]);
  expect((await world.published('topic.created')).at(-1)).toMatchObject({ mentionedIds: [ida.memberId] });
});
