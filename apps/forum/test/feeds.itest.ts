import { forum } from '@unityplan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstCategory, hosts, startForumWorld, unknown, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
let now = Date.UTC(2026, 10, 21, 9);
beforeAll(async () => void (world = await startForumWorld({ clock: () => now })));
afterAll(() => world?.stop());

const feed = async (query = {}, headers = {}) => world.call(forum.getTerritoryFeed, { query, headers });

it('is an Atom feed of topics with their first posts, safe for any reader', async () => {
  const bo = await world.person('bo');
  const { topicId } = await world.topic(bo, { title: 'Løg & <b>løgne</b>', markdown: '**Fed** <script>alert(1)</script> [x](javascript:alert(1))' });
  now += 60_000;
  await world.reply(bo, topicId);
  const { body, headers, status } = await feed({ language: 'da' });
  expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  expect(body).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
  expect(body).toContain('<title>Alle tråde · DK</title>');
  expect(body).toContain(`<id>urn:uuid:${topicId}</id>`);
  expect(body).toContain(`href="http://dk.localhost:8080/topics/${topicId}/loeg-b-loegne-b"`);
  expect(body).toContain('<updated>2026-11-21T09:01:00.000Z</updated>');
  expect(body).toContain('<published>2026-11-21T09:00:00.000Z</published>');
  expect(body).toContain('<name>BO</name>');
  expect(body).toContain('<![CDATA[Løg &amp; &lt;b&gt;løgne&lt;/b&gt;]]>');
  expect(body).not.toMatch(/<script|javascript:/);
  const { body: english } = await feed({ language: 'en' });
  expect(english).toContain('<title>All topics · DK</title>');
  expect((await feed({}, { 'accept-language': 'da' })).body).toContain('Alle tråde');
});

it('has what guests see: not what is hidden, deleted or behind a door', async () => {
  const [mo, ida] = [await world.holder('mo', 'moderator'), await world.holder('ida', 'community-host')];
  const hidden = await world.topic(ida, { title: 'En skjult tråd', markdown: 'Skjulte ord' });
  await world.call(forum.hidePost, { as: mo, params: { postId: hidden.postId }, body: { rule: 'spam', reason: 'Reklame' } });
  const gone = await world.topic(ida, { title: 'En slettet tråd', markdown: 'Slettede ord' });
  await world.call(forum.deletePost, { as: ida, params: { postId: gone.postId } });
  const inside = await world.topic(ida, { categoryId: hosts, title: 'Bag døren', markdown: 'Indenfor' });
  expect((await world.call(forum.getCategoryFeed, { params: { categoryId: hosts } })).body).toContain(inside.topicId);
  await world.ground.query(`update territory_dk.forum_categories set gate_read = '{"rule":"member"}' where id = $1`, [hosts]);
  await expect.poll(async () => (await world.call(forum.getCategoryFeed, { as: ida, params: { categoryId: hosts } })).status, { timeout: 20_000 }).toBe(401);
  const { body } = await feed({ language: 'en' });
  expect(body).toContain('En skjult tråd');
  expect(body).toContain('This post is not shown.');
  expect(body).not.toMatch(/Skjulte ord|Slettede ord|Bag døren|Indenfor/);
});

it('is for one category, thirty topics at most, and empty where nothing was written', async () => {
  const bo = await world.person('bo');
  for (let i = 0; i < 32; i++) await world.topic(bo);
  const { body } = await world.call(forum.getCategoryFeed, { params: { categoryId: firstCategory }, query: { language: 'da' } });
  expect(body.match(/<entry>/g)).toHaveLength(30);
  expect(body).toContain('<title>Velkommen · DK</title>');
  expect(body).toContain('Sig hej');
  const empty = await world.call(forum.getTerritoryFeed, { territory: 'NO' });
  expect([empty.status, /<entry>/.test(empty.body)]).toEqual([200, false]);
  expect((await world.call(forum.getCategoryFeed, { params: { categoryId: unknown } })).problem).toMatchObject({ status: 404, code: 'not_found' });
  expect((await world.call(forum.getTerritoryFeed, { query: { language: 'xx' } })).problem).toMatchObject({ status: 400, code: 'input_invalid' });
});

it('is sent once: guests who have an answer are told so, until something changes', async () => {
  const bo = await world.person('bo');
  const { topicId, postId } = await world.topic(bo);
  const reads = [
    [forum.getTerritoryFeed, {}], [forum.getCategoryFeed, { params: { categoryId: firstCategory } }], [forum.listCategories, {}], [forum.listTopics, { query: { categoryId: firstCategory } }],
    [forum.getTopic, { params: { topicId } }], [forum.listPosts, { params: { topicId } }], [forum.getPost, { params: { postId } }],
  ] as const;
  const ask = (route: (typeof reads)[number][0], options: object, headers = {}) => world.call(route, { ...options, headers });
  const tags: string[] = [];
  for (const [route, options] of reads) {
    const first = await ask(route, options);
    tags.push(String(first.headers['etag']));
    const again = await ask(route, options, { 'if-none-match': tags.at(-1) });
    expect([route.id, again.status, again.body]).toEqual([route.id, 304, '']);
  }
  now += 1_000;
  await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'Ny tekst', revision: 1 } });
  await world.reply(bo, topicId);
  for (const [i, [route, options]] of reads.entries()) expect([route.id, (await ask(route, options, { 'if-none-match': tags[i] })).status]).toEqual([route.id, 200]);
});
