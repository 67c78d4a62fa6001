import { forum } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstCategory, hosts, startForumWorld, unknown, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
let now = Date.UTC(2026, 10, 21, 9);
beforeAll(async () => void (world = await startForumWorld({ clock: () => now })));
afterAll(() => world?.stop());

const save = (as: TestMember, place: string, markdown: string, revision: number, more = {}) => world.call(forum.savePostDraft, { as, params: { place }, body: { markdown, revision, ...more } });
const get = (as: TestMember, place: string) => world.call(forum.getPostDraft, { as, params: { place } });

it('is kept from device to device, and tells a device that is behind what the other wrote', async () => {
  const bo = await world.person('bo');
  const { topicId, postId } = await world.topic(bo);
  const place = `reply:${topicId}`;
  const first = await save(bo, place, 'Kære al', 0, { replyToPostId: postId });
  expect(first.body).toEqual({ place, title: '', markdown: 'Kære al', replyToPostId: postId, revision: 1, savedAt: new Date(now).toISOString(), topic: { topicId, slug: 'havnebadet-i-vinter', title: 'Havnebadet i vinter' }, categoryId: firstCategory });
  now += 60_000;
  expect((await save(bo, place, 'Kære alle', 1)).body).toMatchObject({ revision: 2, markdown: 'Kære alle', replyToPostId: null });
  const behind = await save(bo, place, 'Kære alle sammen fra telefonen', 1);
  expect(behind.problem).toMatchObject({ status: 409, code: 'draft_changed_elsewhere', params: { draft: { revision: 2, markdown: 'Kære alle' } } });
  // A save whose answer was lost on the way is the same save.
  expect((await save(bo, place, 'Kære alle', 1)).body).toMatchObject({ revision: 2 });
  expect((await get(bo, place)).body).toMatchObject({ revision: 2, markdown: 'Kære alle' });
  expect((await save(bo, place, 'Nyt', 0)).problem.code).toBe('draft_changed_elsewhere');
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => save(bo, place, `Udgave ${i}`, 2)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
});

it('is the member’s alone, and sealed', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  const place = `topic:${firstCategory}`;
  await save(bo, place, 'Dybt hemmeligt', 0, { title: 'Min tråd' });
  expect((await get(ida, place)).problem.code).toBe('not_found');
  expect((await world.call(forum.listPostDrafts, { as: ida })).body.items).toEqual([]);
  expect(JSON.stringify(await world.ground.query('select * from territory_dk.forum_drafts'))).not.toMatch(/hemmeligt|Min tr/);
  expect((await world.call(forum.getPostDraft, { params: { place } })).problem.code).toBe('not_signed_in');
  // Without the key there is nothing to read any more.
  await world.ground.query('delete from territory_dk.forum_member_keys where member_id = $1', [bo.memberId]);
  expect((await get(bo, place)).problem.code).toBe('not_found');
  expect((await world.call(forum.listPostDrafts, { as: bo })).body.items).toEqual([]);
});

it('goes with the post it became, in one transaction; a newer one from another device stays', async () => {
  const bo = await world.person('bo');
  const { topicId, postId } = await world.topic(bo);
  const reply = (more = {}) => world.call(forum.createPost, { as: bo, params: { topicId }, body: { markdown: 'Færdig', ...more } });
  const place = `reply:${topicId}`;
  await save(bo, place, 'Færd', 0);
  await reply({ draftRevision: 1 });
  expect((await get(bo, place)).status).toBe(404);
  await save(bo, place, 'Færd', 0);
  await save(bo, place, 'Noget helt andet fra telefonen', 1);
  await reply({ draftRevision: 1 });
  expect((await get(bo, place)).body.markdown).toBe('Noget helt andet fra telefonen');
  await reply();
  expect((await get(bo, place)).status).toBe(404);
  // A refused post keeps its draft.
  await save(bo, place, 'Færd', 0);
  expect((await reply({ replyToPostId: unknown })).status).toBe(400);
  expect((await get(bo, place)).status).toBe(200);

  await save(bo, `topic:${firstCategory}`, 'Ny tråd', 0);
  await world.topic(bo);
  expect((await get(bo, `topic:${firstCategory}`)).status).toBe(404);
  await save(bo, `edit:${postId}`, 'Rettet', 0);
  await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'Rettet', revision: 1, draftRevision: 1 } });
  expect((await get(bo, `edit:${postId}`)).status).toBe(404);
  // Written back to what stands there, it is done with too.
  await save(bo, `edit:${postId}`, 'Rettet igen', 0);
  await save(bo, `edit:${postId}`, 'Rettet', 1);
  const same = (draftRevision: number) => world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'Rettet', revision: 2, draftRevision } });
  await same(1);
  expect((await get(bo, `edit:${postId}`)).status).toBe(200);
  expect((await same(2)).body.revision).toBe(2);
  expect((await get(bo, `edit:${postId}`)).status).toBe(404);
});

it('is listed newest first in pages, and thrown away', async () => {
  const bo = await world.person('bo');
  const places: string[] = [];
  for (let i = 0; i < 5; i++) {
    const { topicId } = await world.topic(bo);
    places.unshift(`reply:${topicId}`);
    // Two of them in the same instant.
    if (i !== 3) now += 1_000;
    await save(bo, places[0]!, `Udkast ${i}`, 0);
  }
  const list = async (query = {}) => (await world.call(forum.listPostDrafts, { as: bo, query })).body;
  const seen: string[] = [];
  let page = await list({ limit: 2 });
  for (;;) {
    seen.push(...page.items.map(({ place }) => place));
    if (!page.next) break;
    page = await list({ limit: 2, cursor: page.next });
    expect((await list({ limit: 2, cursor: page.previous! })).items.map(({ place }) => place)).toEqual(seen.slice(-2));
  }
  expect(new Set(seen)).toEqual(new Set(places));
  expect(seen).toHaveLength(5);
  for (let i = 0; i < 2; i++) expect((await world.call(forum.deletePostDraft, { as: bo, params: { place: places[0]! } })).status).toBe(204);
  expect((await list()).items).toHaveLength(4);
  const other = (await world.call(forum.listTopics, { query: { limit: 1 } })).body.next!;
  expect((await world.call(forum.listPostDrafts, { as: bo, query: { cursor: other } })).problem.code).toBe('cursor_invalid');
});

it('is out of sight while its place is, and can still be thrown away', async () => {
  const bo = await world.person('bo');
  const { topicId } = await world.topic(bo);
  const place = `reply:${topicId}`;
  await save(bo, place, 'Et svar', 0);
  await world.ground.query('update territory_dk.forum_topics set category_id = $1 where id = $2', [hosts, topicId]);
  await world.ground.query(`update territory_dk.forum_categories set gate_read = '{"rule":"badge","badge":"community-host"}' where id = $1`, [hosts]);
  await expect.poll(async () => (await get(bo, place)).problem.code, { timeout: 20_000 }).toBe('badge_required');
  expect((await world.call(forum.listPostDrafts, { as: bo })).body.items).toEqual([]);
  expect((await save(bo, place, 'Et svar til', 1)).problem.code).toBe('badge_required');
  expect((await world.call(forum.deletePostDraft, { as: bo, params: { place } })).status).toBe(204);
  await world.ground.query(`update territory_dk.forum_categories set gate_read = '{"rule":"everyone"}' where id = $1`, [hosts]);
});

it.each<[string, string, object, number, string]>([
  ['a place of no kind', 'poem:01900000-0000-7000-9000-000000000001', {}, 400, 'input_invalid'],
  ['a place without an id', 'reply:x', {}, 400, 'input_invalid'],
  ['a topic that is not there', `reply:${unknown}`, {}, 404, 'not_found'],
  ['a category that is not there', `topic:${unknown}`, {}, 404, 'not_found'],
  ['a post that is not there', `edit:${unknown}`, {}, 404, 'not_found'],
  ['too long a text', `topic:${firstCategory}`, { markdown: 'x'.repeat(30_001) }, 400, 'input_invalid'],
  ['no revision', `topic:${firstCategory}`, { revision: undefined }, 400, 'input_invalid'],
  ['a revision beyond all numbers', `topic:${firstCategory}`, { revision: 1e12 }, 400, 'input_invalid'],
])('refuses %s', async (_what, place, wrong, status, code) => {
  const { problem } = await world.call(forum.savePostDraft, { as: await world.person('bo'), params: { place }, body: { markdown: 'x', revision: 0, ...wrong } });
  expect(problem).toMatchObject({ status, code });
});

it('refuses an edit of someone else’s post, or of none', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  const { topicId, postId } = await world.topic(bo);
  expect((await save(ida, `edit:${postId}`, 'Mit', 0)).problem).toMatchObject({ status: 403, code: 'not_author' });
  const reply = await world.reply(bo, topicId);
  await world.call(forum.deletePost, { as: bo, params: { postId: reply.postId } });
  expect((await save(bo, `edit:${reply.postId}`, 'Igen', 0)).problem).toMatchObject({ status: 404, code: 'not_found' });
});
