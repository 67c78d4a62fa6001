import { createHash } from 'node:crypto';
import { forum, type RouteInput } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { hosts, startForumWorld, unknown, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
let [mo, mia, bo, ida, ole] = [] as unknown as TestMember[] as [TestMember, TestMember, TestMember, TestMember, TestMember];
let now = Date.UTC(2026, 10, 21, 9);
beforeAll(async () => {
  world = await startForumWorld({ clock: () => now });
  [mo, mia] = [await world.holder('mo', 'moderator'), await world.holder('mia', 'territory-manager')];
});
beforeEach(async () => {
  [bo, ida, ole] = [await world.person('bo'), await world.person('ida'), await world.person('ole')];
});
afterAll(() => world?.stop());

const sha = (value: unknown): string => createHash('sha256').update(canonicalize(value)!).digest('hex');
const flag = (as: TestMember, postId: string, body: object = { kind: 'abuse', text: 'Han truer min søster' }) => world.call(forum.flagPost, { as, params: { postId }, body });
const queue = async (as: TestMember, query = {}) => (await world.call(forum.listCases, { as, query: { limit: 100, ...query } })).body.items;
const claim = (as: TestMember, caseId: string) => world.call(forum.claimCase, { as, params: { caseId } });
const decide = (as: TestMember, caseId: string, body: RouteInput<typeof forum.decideCase>['body']) => world.call(forum.decideCase, { as, params: { caseId }, body });
const hide = (as: TestMember, postId: string, body = { rule: 'abuse', reason: 'Truer en anden' }) => world.call(forum.hidePost, { as, params: { postId }, body });
const restore = (as: TestMember, postId: string) => world.call(forum.restorePost, { as, params: { postId }, body: { reason: 'Det var en fejl' } });
const appeal = (as: TestMember, decisionId: string, text = 'Jeg mente det ikke sådan') => world.call(forum.createAppeal, { as, params: { decisionId }, body: { text } });
const post = async (postId: string, as?: TestMember) => (await world.call(forum.getPost, { ...(as ? { as } : {}), params: { postId } })).body;
const told = async (name: string, postId: string) => (await world.published(name)).filter((event) => event['postId'] === postId);
/** A reply of bo's, in a topic of ida's. */
async function badReply(markdown = 'Grimme ord om naboen') {
  const { topicId } = await world.topic(ida);
  return { topicId, ...(await world.reply(bo, topicId, markdown)) };
}

it('goes from a flag over the queue to a decision that everybody can read', async () => {
  const { topicId, postId } = await badReply();
  const flagged = await flag(ida, postId);
  expect([flagged.status, flagged.body]).toMatchObject([201, { kind: 'abuse', text: 'Han truer min søster', outcome: 'open', postId, postNumber: 2, reason: null }]);
  await flag(ole, postId, { kind: 'spam' });
  const item = (await queue(mo)).find((one) => one.post.postId === postId)!;
  expect(item).toMatchObject({
    kind: 'flags', state: 'open', claim: null, flagCount: 2, decidable: true, appeal: null, outcome: null, topic: { topicId }, post: { number: 2, author: { handle: 'bo' }, html: '<p>Grimme ord om naboen</p>', hidden: false },
    flags: [{ kind: 'abuse', text: 'Han truer min søster' }, { kind: 'spam', text: null }],
  });
  // Moderators judge what was said, not who reported it; nobody else sees any of it.
  expect(JSON.stringify(item)).not.toMatch(new RegExp(`${ida.memberId}|${ole.memberId}`));
  for (const as of [bo, ida]) expect((await world.call(forum.listCases, { as })).problem.code).toBe('badge_required');
  expect(JSON.stringify((await world.ground.query('select * from territory_dk.forum_flags where case_id = $1', [item.caseId])))).not.toContain('søster');

  expect((await decide(mo, item.caseId, { outcome: 'hide', rule: 'abuse', reason: 'Truer en anden' })).problem).toMatchObject({ status: 409, code: 'case_not_claimed' });
  expect((await claim(mo, item.caseId)).body).toMatchObject({ state: 'claimed', claim: { own: true, by: { handle: 'mo' }, until: new Date(now + 15 * 60_000).toISOString() } });
  expect((await queue(mia)).some((one) => one.caseId === item.caseId)).toBe(false);
  expect((await queue(mia, { state: 'claimed' })).find((one) => one.caseId === item.caseId)).toMatchObject({ claim: { own: false } });
  const decided = await decide(mo, item.caseId, { outcome: 'hide', rule: 'abuse', reason: 'Truer en anden' });
  expect(decided.body).toMatchObject({ state: 'decided', claim: null, post: { hidden: true }, outcome: { action: 'post_hidden', rule: 'abuse', reason: 'Truer en anden', by: { handle: 'mo' }, role: 'moderator' } });
  const { decisionId } = decided.body.outcome!;

  // A marker for everyone: who, why, when, and how long it can be appealed; the text for the author and moderators.
  const marker = { hidden: { decisionId, by: { handle: 'mo' }, role: 'moderator', rule: 'abuse', reason: 'Truer en anden', at: new Date(now).toISOString(), appeal: { state: 'none', until: new Date(now + 14 * 86_400_000).toISOString() } } };
  const silent = { html: '', markdown: '' };
  expect([await post(postId), await post(postId, ida), await post(postId, bo), await post(postId, mia)]).toMatchObject([{ ...marker, ...silent }, { ...marker, ...silent }, { ...marker, markdown: 'Grimme ord om naboen' }, { ...marker, markdown: 'Grimme ord om naboen' }]);
  const { body: page } = await world.call(forum.listPosts, { as: ida, params: { topicId } });
  expect(page.items[1]).toMatchObject({ ...marker, ...silent });
  expect(JSON.stringify(page)).not.toContain('Grimme');

  expect((await world.call(forum.listOwnFlags, { as: ole })).body.items).toMatchObject([{ kind: 'spam', outcome: 'hidden', reason: 'Truer en anden', decidedAt: new Date(now).toISOString() }]);
  const { body: sanctions } = await world.call(forum.listOwnSanctions, { as: bo });
  expect(sanctions.items).toMatchObject([{ decisionId, action: 'post_hidden', post: { excerpt: 'Grimme ord om naboen' }, appeal: { state: 'none', possible: true } }]);
  expect(JSON.stringify([sanctions, await post(postId, bo)])).not.toMatch(new RegExp(`${ole.memberId}|søster|spam`));
  const { body: log } = await world.call(forum.listModerationLog, { query: { topicId } });
  expect(log.items).toMatchObject([{ decisionId, post: { excerpt: null }, appeal: { possible: false } }]);
  expect((await world.call(forum.getDecision, { params: { decisionId } })).body).toEqual(log.items[0]);

  const hidden = await told('post.hidden', postId);
  const statement = { decisionId, action: 'post_hidden', at: new Date(now).toISOString(), moderatorId: mo.memberId, topicId, postId, rule: 'abuse', reason: 'Truer en anden' };
  expect(hidden).toMatchObject([{ decisionId, authorId: bo.memberId, moderatorId: mo.memberId, digest: sha(statement) }]);
  // What is audited is what is published, and the decision lets anyone hash it again.
  expect(log.items[0]!.audited).toEqual({ event: 'post.hidden', payload: hidden[0] });
  expect(await told('flag.decided', postId)).toMatchObject([{ caseId: item.caseId, outcome: 'hidden', decisionId, flaggerIds: [ida.memberId, ole.memberId] }]);
  expect((await told('flag.created', postId)).map((event) => event['flaggerId'])).toEqual([ida.memberId, ole.memberId]);
});

it('takes one flag of a member while it is open, and a new one after the decision', async () => {
  const { postId } = await badReply();
  const [one, two] = await Promise.all([flag(ida, postId), flag(ida, postId, { kind: 'spam' })]);
  expect(two.body.flagId).toBe(one.body.flagId);
  const caseId = (await queue(mo)).find((item) => item.post.postId === postId)!.caseId;
  await claim(mo, caseId);
  await decide(mo, caseId, { outcome: 'dismiss', reason: 'Skarpt, men sagligt' });
  expect((await world.call(forum.listOwnFlags, { as: ida })).body.items).toMatchObject([{ outcome: 'dismissed', reason: 'Skarpt, men sagligt' }]);
  const again = await flag(ida, postId);
  expect(again.body.flagId).not.toBe(one.body.flagId);
  // Nobody stands in the log for having been flagged, and the author is not told.
  expect((await world.call(forum.listModerationLog, { query: { limit: 100 } })).body.items.some((entry) => entry.action === 'flags_dismissed')).toBe(false);
  const [{ id } = { id: '' }] = await world.ground.query<{ id: string }>(`select decision_id as id from territory_dk.forum_cases where id = $1`, [caseId]);
  expect((await world.call(forum.getDecision, { as: bo, params: { decisionId: id } })).problem.code).toBe('badge_required');
  expect((await world.call(forum.getDecision, { as: mo, params: { decisionId: id } })).body).toMatchObject({ action: 'flags_dismissed', audited: null });
  expect((await world.call(forum.listOwnSanctions, { as: bo })).body.items).toEqual([]);
  const ask = async (viewer: TestMember) => (await world.rpc.call(forum.getDecisions, 'DK', { decisionIds: [id], viewerId: viewer.memberId })).decisions;
  expect([(await ask(ida)).length, (await ask(mo)).length, (await ask(bo)).length, (await ask(ole)).length]).toEqual([1, 1, 0, 0]);
});

it('gives a case to one of two moderators who take it at once, and to the other when the first lets go or forgets', async () => {
  const { postId } = await badReply();
  await flag(ida, postId);
  const { caseId } = (await queue(mo)).find((item) => item.post.postId === postId)!;
  for (let round = 0; round < 10; round++) {
    const [a, b] = await Promise.all([claim(mo, caseId), claim(mia, caseId)]);
    expect([a.status, b.status].sort()).toEqual([200, 409]);
    const [winner, loser] = a.status === 200 ? [mo, mia] : [mia, mo];
    const refused = a.status === 200 ? b : a;
    expect(refused.problem).toMatchObject({ code: 'case_claimed', params: { until: new Date(now + 15 * 60_000).toISOString() } });
    expect((await decide(loser, caseId, { outcome: 'dismiss', reason: 'Nej tak' })).problem.code).toBe('case_not_claimed');
    expect((await world.call(forum.releaseCase, { as: loser, params: { caseId } })).problem.code).toBe('case_claimed');
    expect((await hide(loser, postId)).problem.code).toBe('case_claimed');
    if (round % 2) now += 15 * 60_000;
    else expect((await world.call(forum.releaseCase, { as: winner, params: { caseId } })).status).toBe(204);
    expect((await decide(winner, caseId, { outcome: 'dismiss', reason: 'For sent' })).problem.code).toBe('case_not_claimed');
  }
  await claim(mo, caseId);
  now += 10 * 60_000;
  expect((await claim(mo, caseId)).body.claim!.until).toBe(new Date(now + 15 * 60_000).toISOString());
  const [one, two] = await Promise.all([decide(mo, caseId, { outcome: 'dismiss', reason: 'Én gang' }), decide(mo, caseId, { outcome: 'hide', rule: 'spam', reason: 'To gange' })]);
  expect([one.status, two.status].sort()).toEqual([200, 409]);
  expect((await decide(mo, caseId, { outcome: 'dismiss', reason: 'Tre gange' })).problem.code).toBe('case_decided');
  expect((await claim(mia, caseId)).problem.code).toBe('case_decided');
});

it('hides at once without a case, and decides a waiting case with it', async () => {
  const { postId } = await badReply();
  await flag(ida, postId);
  const { caseId } = (await queue(mo)).find((item) => item.post.postId === postId)!;
  expect((await hide(mo, postId)).body).toMatchObject({ hidden: { rule: 'abuse' } });
  expect((await queue(mo, { state: 'decided' })).find((one) => one.caseId === caseId)).toMatchObject({ outcome: { action: 'post_hidden' } });
  expect((await world.call(forum.listOwnFlags, { as: ida })).body.items[0]).toMatchObject({ outcome: 'hidden' });
  expect((await hide(mo, postId)).problem).toMatchObject({ status: 409, code: 'post_already_hidden' });
  expect((await restore(mia, postId)).body).toMatchObject({ hidden: null, markdown: 'Grimme ord om naboen' });
  expect((await restore(mia, postId)).problem).toMatchObject({ status: 409, code: 'post_not_hidden' });
  expect(await told('post.restored', postId)).toMatchObject([{ byAppeal: false, moderatorId: mia.memberId }]);
  expect((await post(postId)).markdown).toBe('Grimme ord om naboen');
});

it('leaves a hidden post as it was judged: no edit, no vote, no flag, no history for others', async () => {
  const { topicId, postId } = await badReply();
  await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'Lidt pænere', revision: 1 } });
  await hide(mo, postId);
  for (const answer of [
    await world.call(forum.editPost, { as: bo, params: { postId }, body: { markdown: 'Helt pænt', revision: 2 } }), await world.call(forum.setVote, { as: ida, params: { postId }, body: { vote: 'up' } }),
    await flag(ida, postId), await world.call(forum.listRevisions, { as: ida, params: { postId } }), await world.call(forum.listRevisions, { params: { postId } }),
  ])
    expect(answer.problem).toMatchObject({ status: 403, code: 'post_hidden' });
  for (const as of [bo, mia]) expect((await world.call(forum.listRevisions, { as, params: { postId } })).body.items).toHaveLength(2);
  expect((await world.rpc.call(forum.getExcerpts, 'DK', { postIds: [postId], viewerId: bo.memberId })).posts).toEqual([]);
  expect((await world.call(forum.getTerritoryFeed)).body).not.toContain('pænere');
  // Replying to it is possible, and quotes nothing.
  expect((await world.call(forum.createPost, { as: ida, params: { topicId }, body: { markdown: 'Tak', replyToPostId: postId } })).status).toBe(201);
  expect((await world.call(forum.deletePost, { as: bo, params: { postId } })).status).toBe(204);
  expect(await post(postId, bo)).toMatchObject({ deleted: true, markdown: '', hidden: { rule: 'abuse' } });
});

it('lets the author appeal once, and another moderator decide: granted', async () => {
  const { postId } = await badReply();
  const { decisionId } = (await hide(mo, postId)).body.hidden!;
  const appealed = await appeal(bo, decisionId);
  expect([appealed.status, appealed.body]).toMatchObject([201, { decisionId, appeal: { state: 'open', possible: false } }]);
  expect((await appeal(bo, decisionId)).problem).toMatchObject({ status: 409, code: 'appeal_exists' });
  expect((await post(postId)).hidden!.appeal.state).toBe('open');
  expect((await restore(mia, postId)).problem).toMatchObject({ status: 409, code: 'post_under_appeal' });
  const item = (await queue(mo, { kind: 'appeal' })).find((one) => one.post.postId === postId)!;
  expect(item).toMatchObject({ kind: 'appeal', decidable: false, appeal: { text: 'Jeg mente det ikke sådan', decision: { decisionId, by: { handle: 'mo' } } }, flags: [] });
  const { caseId } = item;
  // Never by the one who hid it, in whatever way it is tried; nor by the author, were they a moderator.
  for (const answer of [await claim(mo, caseId), await decide(mo, caseId, { outcome: 'uphold', reason: 'Det står fast' })])
    expect(answer.problem).toMatchObject({ status: 403, code: 'appeal_needs_another_moderator', detail: expect.stringContaining('ask a manager') });
  world.setBadges(bo, 'moderator');
  expect((await queue(bo, { kind: 'appeal' })).some((one) => one.caseId === caseId)).toBe(false);
  for (const answer of [await claim(bo, caseId), await decide(bo, caseId, { outcome: 'grant', reason: 'Det er mit' }), await world.call(forum.getCase, { as: bo, params: { caseId } }), await restore(bo, postId), await hide(bo, postId)])
    expect(answer.problem).toMatchObject({ status: 403, code: 'moderation_of_own_post' });
  expect((await claim(mia, caseId)).body.decidable).toBe(true);
  expect((await decide(mia, caseId, { outcome: 'hide', rule: 'spam', reason: 'Passer ikke' })).problem).toMatchObject({ code: 'input_invalid', faults: [{ path: 'body.outcome' }] });
  const decided = await decide(mia, caseId, { outcome: 'grant', reason: 'Det var ment venligt' });
  expect(decided.body).toMatchObject({ state: 'decided', post: { hidden: false }, outcome: { action: 'appeal_granted', role: 'territory-manager', appealedDecisionId: decisionId } });
  expect(await post(postId)).toMatchObject({ hidden: null, markdown: 'Grimme ord om naboen' });
  const events = [await told('appeal.created', postId), await told('appeal.decided', postId), await told('post.restored', postId)];
  expect(events).toMatchObject([[{ decisionId, moderatorId: mo.memberId }], [{ outcome: 'granted', appealedDecisionId: decisionId, moderatorId: mia.memberId }], [{ byAppeal: true }]]);
  expect(JSON.stringify(await world.published('appeal.created'))).not.toContain('mente');
  world.setBadges(bo);
  const { body: sanctions } = await world.call(forum.listOwnSanctions, { as: bo });
  expect(sanctions.items).toMatchObject([{ action: 'appeal_granted', reason: 'Det var ment venligt', audited: { event: 'appeal.decided' } }, { decisionId, appeal: { state: 'granted', possible: false } }]);
});

it('upholds: the post stays hidden, and that is the end of it', async () => {
  const { postId } = await badReply();
  const { decisionId } = (await hide(mo, postId)).body.hidden!;
  await appeal(bo, decisionId);
  const { caseId } = (await queue(mia, { kind: 'appeal' })).find((one) => one.post.postId === postId)!;
  await claim(mia, caseId);
  expect((await decide(mia, caseId, { outcome: 'uphold', reason: 'Det står fast' })).body).toMatchObject({ outcome: { action: 'appeal_upheld', appealedDecisionId: decisionId }, post: { hidden: true } });
  expect((await post(postId)).hidden).toMatchObject({ decisionId, appeal: { state: 'upheld' } });
  expect((await appeal(bo, decisionId)).problem.code).toBe('appeal_exists');
  expect(await told('appeal.decided', postId)).toMatchObject([{ outcome: 'upheld' }]);
  // A moderator may still change their mind; a second hiding is a new decision with its own appeal.
  await restore(mo, postId);
  const anew = (await hide(mo, postId)).body.hidden!;
  expect((await appeal(bo, anew.decisionId)).status).toBe(201);
});

it.each<[string, (postId: string, decisionId: string) => Promise<{ problem: object }>, number, string]>([
  ['of someone else', (_, decisionId) => appeal(ida, decisionId), 403, 'not_author'],
  ['of no decision', () => appeal(bo, unknown), 404, 'not_found'],
  ['without words', (_, decisionId) => appeal(bo, decisionId, 'Nej'), 400, 'input_invalid'],
  ['after it was restored', async (postId, decisionId) => (await restore(mia, postId), appeal(bo, decisionId)), 409, 'appeal_not_possible'],
  ['after it was deleted', async (postId, decisionId) => (await world.call(forum.deletePost, { as: bo, params: { postId } }), appeal(bo, decisionId)), 409, 'appeal_not_possible'],
  ['after fourteen days', async (_, decisionId) => ((now += 14 * 86_400_000 + 1), appeal(bo, decisionId)), 409, 'appeal_too_late'],
])('refuses an appeal %s', async (_what, attempt, status, code) => {
  const { postId } = await badReply();
  const { decisionId } = (await hide(mo, postId)).body.hidden!;
  expect((await attempt(postId, decisionId)).problem).toMatchObject({ status, code });
});

it('takes one of two appeals at once', async () => {
  const { postId } = await badReply();
  const { decisionId } = (await hide(mo, postId)).body.hidden!;
  const answers = await Promise.all([appeal(bo, decisionId), appeal(bo, decisionId)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

it.each<[string, (postId: string) => Promise<{ problem: object }>, number, string]>([
  ['a flag on the own post', (postId) => flag(bo, postId), 403, 'flag_own_post'],
  ['a flag on nothing', () => flag(ida, unknown), 404, 'not_found'],
  ['a flag of no kind', (postId) => flag(ida, postId, { kind: 'boring' }), 400, 'input_invalid'],
  ['a flag on a deleted post', async (postId) => (await world.call(forum.deletePost, { as: bo, params: { postId } }), flag(ida, postId)), 410, 'post_gone'],
  ['a hiding by someone who may not', (postId) => hide(ida, postId), 403, 'badge_required'],
  ['a hiding without a rule', (postId) => hide(mo, postId, { reason: 'Fordi' } as never), 400, 'input_invalid'],
  ['a hiding without a reason', (postId) => hide(mo, postId, { rule: 'spam', reason: '' }), 400, 'input_invalid'],
  ['a hiding of a deleted post', async (postId) => (await world.call(forum.deletePost, { as: bo, params: { postId } }), hide(mo, postId)), 410, 'post_gone'],
  ['a case that is not there', () => claim(mo, unknown), 404, 'not_found'],
  ['a decision that is not there', () => world.call(forum.getDecision, { params: { decisionId: unknown } }), 404, 'not_found'],
  ['a log of no category', () => world.call(forum.listModerationLog, { query: { categoryId: unknown } }), 404, 'not_found'],
])('refuses %s', async (_what, attempt, status, code) => {
  const { postId } = await badReply();
  expect((await attempt(postId)).problem).toMatchObject({ status, code });
});

it('shows decisions to other services as their viewers may see them', async () => {
  const { topicId, postId } = await badReply();
  const { decisionId } = (await hide(mo, postId)).body.hidden!;
  const ask = async (viewer: TestMember) => (await world.rpc.call(forum.getDecisions, 'DK', { decisionIds: [decisionId, unknown], viewerId: viewer.memberId })).decisions;
  const facts = { decisionId, action: 'post_hidden', rule: 'abuse', reason: 'Truer en anden', moderatorId: mo.memberId, topicId, postId, postNumber: 2, authorId: bo.memberId };
  expect(await ask(bo)).toMatchObject([{ ...facts, excerpt: 'Grimme ord om naboen', appealableUntil: new Date(now + 14 * 86_400_000).toISOString() }]);
  expect(await ask(ida)).toMatchObject([{ ...facts, excerpt: null, appealableUntil: null }]);
  expect(await ask(mia)).toMatchObject([{ ...facts, excerpt: 'Grimme ord om naboen', appealableUntil: null }]);
  // Behind a closed door only the author is told.
  await world.ground.query('update territory_dk.forum_topics set category_id = $1 where id = $2', [hosts, topicId]);
  await world.ground.query(`update territory_dk.forum_categories set gate_read = '{"rule":"badge","badge":"community-host"}' where id = $1`, [hosts]);
  await world.call(forum.previewMarkdown, { as: bo, body: { markdown: 'x' } });
  await expect.poll(async () => (await ask(ida)).length, { timeout: 20_000 }).toBe(0);
  expect([(await ask(bo)).length, (await world.call(forum.getDecision, { as: bo, params: { decisionId } })).status]).toEqual([1, 200]);
  expect((await world.call(forum.getDecision, { as: ida, params: { decisionId } })).problem.code).toBe('badge_required');
  expect((await world.call(forum.listModerationLog, { as: ida, query: { topicId } })).body.items).toEqual([]);
  expect((await world.call(forum.listOwnSanctions, { as: bo })).body.items).toMatchObject([{ decisionId, post: { excerpt: 'Grimme ord om naboen' } }]);
  await world.ground.query(`update territory_dk.forum_categories set gate_read = '{"rule":"everyone"}' where id = $1`, [hosts]);
});

it('keeps cursors to their own list', async () => {
  for (let i = 0; i < 3; i++) await hide(mo, (await badReply()).postId);
  const cursor = (await world.call(forum.listModerationLog, { query: { limit: 1 } })).body.next!;
  for (const answer of [
    await world.call(forum.listOwnSanctions, { as: bo, query: { cursor } }), await world.call(forum.listCases, { as: mo, query: { cursor } }), await world.call(forum.listOwnFlags, { as: bo, query: { cursor } }),
    await world.call(forum.listModerationLog, { query: { cursor, topicId: unknown } }),
  ])
    expect(answer.problem).toMatchObject({ status: 400, code: 'cursor_invalid' });
});

it('pages the queue both ways: waiting cases upwards, decided ones downwards', async () => {
  const made: string[] = [];
  for (let i = 0; i < 5; i++) {
    const { postId } = await badReply();
    await flag(ole, postId);
    made.push(postId);
    now += 1_000;
  }
  const walk = async (state: 'open' | 'decided'): Promise<string[]> => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body }: { body: { items: { post: { postId: string } }[]; next: string | null; previous: string | null } } = await world.call(forum.listCases, { as: mo, query: { state, kind: 'flags', limit: 2, cursor } });
      if (cursor) {
        const { body: back } = await world.call(forum.listCases, { as: mo, query: { state, kind: 'flags', limit: 2, cursor: body.previous! } });
        expect(back.items.map((item) => item.post.postId)).toEqual(seen.slice(-2));
      }
      seen.push(...body.items.map((item) => item.post.postId));
      cursor = body.next ?? undefined;
    } while (cursor);
    return seen.filter((postId) => made.includes(postId));
  };
  expect(await walk('open')).toEqual(made);
  for (const postId of made) {
    await hide(mo, postId);
    now += 1_000;
  }
  expect(await walk('open')).toEqual([]);
  expect(await walk('decided')).toEqual(made.toReversed());
});
