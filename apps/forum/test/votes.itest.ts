import { forum } from '@unityplan/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startForumWorld, unknown, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
let now = Date.UTC(2026, 10, 21, 9);
beforeAll(async () => void (world = await startForumWorld({ clock: () => now, config: { votesPerDay: 5 } })));
afterAll(() => world?.stop());

const vote = (as: Awaited<ReturnType<ForumWorld['person']>>, postId: string, value: 'up' | 'down' | null) => world.call(forum.setVote, { as, params: { postId }, body: { vote: value } });
const scores = () => world.ground.query<{ post_id: string; kept: number; counted: number }>(
  'select id as post_id, score as kept, (select coalesce(sum(value), 0)::int from territory_dk.forum_votes where post_id = post.id) as counted from territory_dk.forum_posts post');

it('counts, changes and takes back, and shows everyone the score and the voter the own vote', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  const { topicId, postId } = await world.topic(bo);
  expect((await vote(ida, postId, 'up')).body).toEqual({ score: 1, ownVote: 'up' });
  expect((await vote(ida, postId, 'up')).body).toEqual({ score: 1, ownVote: 'up' });
  expect((await vote(ida, postId, 'down')).body).toEqual({ score: -1, ownVote: 'down' });
  const page = async (as?: typeof bo) => (await world.call(forum.listPosts, { ...(as ? { as } : {}), params: { topicId } })).body.items[0];
  expect([await page(ida), await page(bo), await page()]).toMatchObject([{ score: -1, ownVote: 'down' }, { score: -1, ownVote: null }, { score: -1, ownVote: null }]);
  expect((await world.call(forum.getPost, { as: ida, params: { postId } })).body).toMatchObject({ score: -1, ownVote: 'down' });
  expect((await vote(ida, postId, null)).body).toEqual({ score: 0, ownVote: null });
  expect((await vote(ida, postId, null)).body).toEqual({ score: 0, ownVote: null });
});

it('is one vote a member, also when a hundred arrive at once', async () => {
  const [bo, ida, ole] = [await world.person('bo'), await world.person('ida'), await world.person('ole')];
  const { postId } = await world.topic(bo);
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => vote(i % 2 ? ida : ole, postId, 'up')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await world.call(forum.getPost, { params: { postId } })).body.score).toBe(2);
  // Whatever they say at once, the last word of each counts once.
  await Promise.all(Array.from({ length: 60 }, (_, i) => vote(i % 2 ? ida : ole, postId, (['up', 'down', null] as const)[i % 3]!)));
  const [{ kept, counted } = { kept: 0, counted: 1 }] = (await scores()).filter((one) => one.post_id === postId);
  expect(kept).toBe(counted);
});

it('has a limit a day, which a hundred at once do not get round', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  const { topicId, postId: first } = await world.topic(bo);
  const posts = [first];
  for (let i = 0; i < 9; i++) posts.push((await world.reply(bo, topicId)).postId);
  const answers = await Promise.all(posts.map((postId) => vote(ida, postId, 'up')));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(answers.find(({ status }) => status !== 200)!.problem).toMatchObject({ code: 'vote_limit_reached', params: { most: 5 } });
  const given = posts[answers.findIndex(({ status }) => status === 200)]!;
  expect((await vote(ida, given, 'down')).status).toBe(200);
  expect((await vote(ida, given, null)).status).toBe(200);
  expect((await vote(ida, given, 'up')).problem.code).toBe('vote_limit_reached');
  now += 24 * 3600_000;
  expect((await vote(ida, given, 'up')).status).toBe(200);
});

it.each([
  ['the own post', async () => { const bo = await world.person('bo'); return vote(bo, (await world.topic(bo)).postId, 'up'); }, 403, 'vote_on_own_post'],
  ['a deleted post', async () => { const bo = await world.person('bo'); const { topicId } = await world.topic(bo); const { postId } = await world.reply(bo, topicId); await world.call(forum.deletePost, { as: bo, params: { postId } }); return vote(await world.person('ida'), postId, 'up'); }, 410, 'post_gone'],
  ['a post that is not there', async () => vote(await world.person('ida'), unknown, 'up'), 404, 'not_found'],
  ['nothing it could mean', async () => { const bo = await world.person('bo'); return vote(await world.person('ida'), (await world.topic(bo)).postId, 'sideways' as never); }, 400, 'input_invalid'],
])('refuses a vote on %s', async (_what, cast, status, code) => expect((await cast()).problem).toMatchObject({ status, code }));

it('refuses guests', async () => {
  const { postId } = await world.topic(await world.person('bo'));
  expect((await world.call(forum.setVote, { params: { postId }, body: { vote: 'up' } })).problem.code).toBe('not_signed_in');
});

it('keeps scores that can be counted anew from the votes, after any history', async () => {
  const voters = await Promise.all(['a1', 'b1', 'c1'].map((name) => world.person(name)));
  const author = await world.person('au');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom('up' as const, 'down' as const, null)), { maxLength: 12 }), async (history) => {
      now += 24 * 3600_000;
      const { topicId, postId } = await world.topic(author);
      const posts = [postId, (await world.reply(author, topicId)).postId, (await world.reply(author, topicId)).postId];
      const wanted = new Map<string, number>();
      for (const [who, which, value] of history) {
        const { status } = await vote(voters[who]!, posts[which]!, value);
        if (status === 200) wanted.set(`${who} ${which}`, value === 'up' ? 1 : value === 'down' ? -1 : 0);
      }
      for (const [i, id] of posts.entries()) {
        const expected = [0, 1, 2].reduce((sum, who) => sum + (wanted.get(`${who} ${i}`) ?? 0), 0);
        expect((await world.call(forum.getPost, { as: author, params: { postId: id } })).body.score).toBe(expected);
      }
    }),
    { numRuns: 12 },
  );
  expect((await scores()).filter(({ kept, counted }) => kept !== counted)).toEqual([]);
});

it('mends wrong scores when told to', async () => {
  await world.ground.query('update territory_dk.forum_posts set score = 77 where id = (select id from territory_dk.forum_posts limit 1)');
  await world.ground.query(`set search_path = territory_dk`);
  expect(await world.ground.query('select forum_recount_scores()::int as mended')).toEqual([{ mended: 1 }]);
  expect(await world.ground.query('select forum_recount_scores()::int as mended')).toEqual([{ mended: 0 }]);
  await world.ground.query('reset search_path');
  expect((await scores()).filter(({ kept, counted }) => kept !== counted)).toEqual([]);
});
