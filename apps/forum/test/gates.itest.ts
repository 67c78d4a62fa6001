import { forum, moderators, type Gate } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { badgeCalls } from './badge-stand-in.ts';
import { firstCategory, hosts, startForumWorld, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
let manager: TestMember;
let insider: TestMember;
let secret: string;
beforeAll(async () => {
  world = await startForumWorld();
  manager = await world.holder('mia', 'territory-manager', 'community-host');
  insider = await world.holder('ida', 'community-host');
  secret = await category('secret', { read: { rule: 'badge', badge: 'community-host' } });
});
afterAll(() => world?.stop());

const open = { read: { rule: 'everyone' }, reply: { rule: 'member' }, create: { rule: 'member' }, vote: { rule: 'member' }, moderate: moderators } satisfies Record<string, Gate>;
const texts = { name: { en: 'Secret', da: 'Hemmelig' }, about: { en: 'Not for all.', da: 'Ikke for alle.' } };
async function category(slug: string, gates: Partial<Record<keyof typeof open, Gate>>): Promise<string> {
  const answer = await world.call(forum.createCategory, { as: manager, body: { slug, ...texts, gates: { ...open, ...gates } } });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.problem));
  return answer.body.categoryId;
}
const setGates = async (categoryId: string, gates: Partial<Record<keyof typeof open, Gate>>) => {
  const { slug, revision } = (await world.call(forum.listCategories, { as: manager })).body.items.find((one) => one.categoryId === categoryId)!;
  const answer = await world.call(forum.changeCategory, { as: manager, params: { categoryId }, body: { slug, ...texts, gates: { ...open, ...gates }, revision } });
  expect(answer.status).toBe(200);
};

it('keeps a closed category’s topics, posts, texts and counts from everyone outside, on every way in', async () => {
  const bo = await world.person('bo');
  const { topicId, postId } = await world.topic(insider, { categoryId: secret, title: 'Hemmelig plan', markdown: 'Hemmelig tekst' });
  await world.call(forum.editPost, { as: insider, params: { postId }, body: { markdown: 'Hemmelig ny tekst', revision: 1 } });
  const ways = [
    [forum.getTopic, { params: { topicId } }], [forum.listPosts, { params: { topicId } }], [forum.listPosts, { params: { topicId }, query: { from: 999 } }], [forum.getPost, { params: { postId } }],
    [forum.listRevisions, { params: { postId } }], [forum.listTopics, { query: { categoryId: secret } }], [forum.listModerationLog, { query: { categoryId: secret } }],
  ] as const;
  const writes = [
    [forum.createPost, { params: { topicId }, body: { markdown: 'Hej' } }], [forum.createTopic, { body: { categoryId: secret, title: 'Min tråd', markdown: 'Hej' } }],
    [forum.setVote, { params: { postId }, body: { vote: 'up' } }], [forum.flagPost, { params: { postId }, body: { kind: 'spam' } }], [forum.setReadState, { params: { topicId }, body: { upTo: 1 } }],
    [forum.markCategoryRead, { params: { categoryId: secret } }], [forum.savePostDraft, { params: { place: `reply:${topicId}` }, body: { markdown: 'x', revision: 0 } }],
    [forum.savePostDraft, { params: { place: `topic:${secret}` }, body: { markdown: 'x', revision: 0 } }], [forum.hidePost, { params: { postId }, body: { rule: 'spam', reason: 'Fordi' } }],
    [forum.changeTopic, { params: { topicId }, body: { change: 'close', reason: 'Fordi' } }],
  ] as const;
  for (const [route, options] of [...ways, ...writes]) {
    const answer = await world.call(route, { ...(options as object), as: bo });
    expect([route.id, answer.status, answer.problem.code, JSON.stringify(answer.problem.params)]).toEqual([route.id, 403, 'badge_required', expect.stringContaining('community-host')]);
    expect(JSON.stringify(answer.body)).not.toContain('emmelig plan');
    expect((await world.call(route, options as never)).problem.code).toBe('not_signed_in');
  }
  for (const [route, options] of ways) expect((await world.call(route, { ...(options as object), as: insider })).status).toBe(200);
  for (const as of [bo, undefined]) {
    const who = as ? { as } : {};
    const all = (await world.call(forum.listTopics, { ...who, query: { limit: 100 } })).body.items;
    expect(all.map((topic) => topic.topicId)).not.toContain(topicId);
    const shown = (await world.call(forum.listCategories, who)).body.items.find((one) => one.categoryId === secret)!;
    expect(shown).toMatchObject({ name: texts.name, topicCount: null, lastActivityAt: null, unreadTopics: null, may: { read: { allowed: false }, reply: { allowed: false, lacking: [{ badge: 'community-host' }] } } });
    expect((await world.call(forum.getTerritoryFeed, who)).body).not.toContain('Hemmelig');
    expect((await world.rpc.call(forum.getExcerpts, 'DK', { postIds: [postId], viewerId: as?.memberId ?? null })).posts).toEqual([]);
  }
  // Feeds are for programs that are nobody, whoever asks.
  for (const as of [bo, insider]) expect((await world.call(forum.getCategoryFeed, { as, params: { categoryId: secret } })).problem.code).toBe('not_signed_in');
  expect((await world.rpc.call(forum.getExcerpts, 'DK', { postIds: [postId], viewerId: insider.memberId })).posts).toMatchObject([{ postId, excerpt: 'Hemmelig ny tekst' }]);
  expect((await world.published('topic.created')).find((event) => event['topicId'] === topicId)).toMatchObject({ gated: true });
});

it('asks for each action by its own gate, and for reading besides', async () => {
  const host: Gate = { rule: 'badge', badge: 'community-host' };
  const never: Gate = { rule: 'badge', badge: 'territory-manager', level: 9 };
  const actions = ['reply', 'create', 'vote', 'moderate'] as const;
  const categoryId = await category('doors', {});
  const [author, moderator] = [await world.person('al'), await world.holder('mo', 'moderator')];
  const { topicId } = await world.topic(author, { categoryId });
  const bo = await world.person('bo');
  const own = await world.reply(bo, topicId);
  const doors: Record<(typeof actions)[number], (as: TestMember) => Promise<number>> = {
    reply: async (as) => (await world.call(forum.createPost, { as, params: { topicId }, body: { markdown: 'Hej' } })).status,
    create: async (as) => (await world.call(forum.createTopic, { as, body: { categoryId, title: 'En ny tråd', markdown: 'Hej' } })).status,
    vote: async (as) => (await world.call(forum.setVote, { as, params: { postId: own.postId }, body: { vote: null } })).status,
    moderate: async (as) => (await world.call(forum.listCases, { as, query: { categoryId } })).status,
  };
  const passes = async (as: TestMember) => Object.fromEntries(await Promise.all(actions.map(async (action) => [action, (await doors[action](as)) < 300])));
  expect(await passes(author)).toEqual({ reply: true, create: true, vote: true, moderate: false });
  expect(await passes(moderator)).toEqual({ reply: true, create: true, vote: true, moderate: true });
  for (const action of actions) {
    await setGates(categoryId, { [action]: host });
    expect([action, await passes(author)]).toEqual([action, { reply: true, create: true, vote: true, moderate: false, [action]: false }]);
    expect([action, (await passes(insider))[action]]).toEqual([action, true]);
  }
  await setGates(categoryId, {});
  await world.call(forum.flagPost, { as: author, params: { postId: own.postId }, body: { kind: 'other' } });
  const waiting = async () => (await world.call(forum.listCases, { as: moderator, query: { limit: 100 } })).body.items.map(({ post }) => post.postId);
  expect(await waiting()).toContain(own.postId);
  // Who may not read may do nothing, whatever the other gates say; taking back own words is never refused.
  await setGates(categoryId, { read: never, moderate: { rule: 'member' } });
  for (const as of [author, moderator, insider]) expect(await passes(as)).toEqual({ reply: false, create: false, vote: false, moderate: false });
  expect(await waiting()).not.toContain(own.postId);
  expect((await world.call(forum.editPost, { as: bo, params: { postId: own.postId }, body: { markdown: 'Igen', revision: 1 } })).status).toBe(403);
  expect((await world.call(forum.deletePost, { as: bo, params: { postId: own.postId } })).status).toBe(204);
});

it('lets only those edit who may write there: replies by the one gate, first posts by the other', async () => {
  const categoryId = await category('edits', {});
  const bo = await world.person('bo');
  const { topicId, postId } = await world.topic(bo, { categoryId });
  const reply = await world.reply(bo, topicId);
  const edit = async (id: string, revision: number) => (await world.call(forum.editPost, { as: bo, params: { postId: id }, body: { markdown: `Udgave ${revision}`, revision } })).status;
  expect([await edit(postId, 1), await edit(reply.postId, 1)]).toEqual([200, 200]);
  await setGates(categoryId, { reply: { rule: 'badge', badge: 'community-host' } });
  expect([await edit(postId, 2), await edit(reply.postId, 2)]).toEqual([200, 403]);
  await setGates(categoryId, { create: { rule: 'badge', badge: 'community-host' } });
  expect([await edit(postId, 3), await edit(reply.postId, 2)]).toEqual([403, 200]);
});

it('opens the moment the badge comes, and closes the moment it goes', async () => {
  const bo = await world.person('bo');
  const { topicId } = await world.topic(insider, { categoryId: hosts });
  const reply = async () => (await world.call(forum.createPost, { as: bo, params: { topicId }, body: { markdown: 'Nu må jeg' } })).status;
  expect(await reply()).toBe(403);
  world.setBadges(bo, 'community-host');
  expect(await reply()).toBe(201);
  world.setBadges(bo);
  expect(await reply()).toBe(403);
});

it('costs no question to the badge service where no badge is asked for', async () => {
  const bo = await world.person('bo');
  const { topicId } = await world.topic(bo);
  const before = { ...badgeCalls };
  await world.reply(bo, topicId);
  await world.call(forum.listPosts, { as: bo, params: { topicId } });
  await world.call(forum.listTopics, { as: bo, query: { categoryId: firstCategory } });
  expect(badgeCalls).toEqual(before);
});

it('pages over what one may read without a gap, however much lies between', async () => {
  const bo = await world.person('bo');
  const readable: string[] = [];
  for (let i = 0; i < 24; i++) {
    const inside = i % 3 !== 0;
    const { topicId } = await world.topic(insider, { categoryId: inside ? secret : hosts });
    if (!inside) readable.push(topicId);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  let back: string | undefined;
  do {
    const { body: page }: { body: { items: { topicId: string }[]; next: string | null; previous: string | null } } = await world.call(forum.listTopics, { as: bo, query: { limit: 3, cursor } });
    seen.push(...page.items.map(({ topicId }) => topicId));
    expect(page.items.length).toBeLessThanOrEqual(3);
    [cursor, back] = [page.next ?? undefined, page.previous ?? undefined];
  } while (cursor && seen.length < 12);
  expect(seen.slice(0, 8)).toEqual(readable.toReversed());
  const { body: above } = await world.call(forum.listTopics, { as: bo, query: { limit: 100, cursor: back } });
  expect([...above.items.map(({ topicId }) => topicId)]).toEqual(seen.slice(0, above.items.length));
  expect(new Set(seen).size).toBe(seen.length);
});

it('tells other services who may read and moderate, as it is now', async () => {
  const { topicId } = await world.topic(insider, { categoryId: secret });
  const ask = () => world.rpc.call(forum.getPlaces, 'DK', { topicIds: [topicId, firstCategory], categoryIds: [secret, topicId] });
  const read: Gate = { rule: 'badge', badge: 'community-host' };
  expect(await ask()).toEqual({
    topics: [{ topicId, categoryId: secret, read, moderate: moderators, title: 'Havnebadet i vinter', slug: 'havnebadet-i-vinter' }], categories: [{ categoryId: secret, read, moderate: moderators }],
  });
  await world.ground.query('update territory_dk.forum_categories set gate_read = $1 where id = $2', [JSON.stringify({ rule: 'member' }), secret]);
  expect((await ask()).topics[0]!.read).toEqual({ rule: 'member' });
  await world.ground.query('update territory_dk.forum_categories set gate_read = $1 where id = $2', [JSON.stringify(read), secret]);
  expect(await world.rpc.call(forum.getPlaces, 'DK', { topicIds: [], categoryIds: [] })).toEqual({ topics: [], categories: [] });
});
