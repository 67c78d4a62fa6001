import { forum, managers, moderators, type Gate } from '@unityplan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defined } from './badge-stand-in.ts';
import { firstCategory, hosts, startForumWorld, unknown, type ForumWorld } from './forum-world.ts';

let world: ForumWorld;
beforeAll(async () => void (world = await startForumWorld()));
afterAll(() => world?.stop());

const gates = { read: { rule: 'everyone' }, reply: { rule: 'member' }, create: { rule: 'member' }, vote: { rule: 'member' }, moderate: moderators } satisfies Record<string, Gate>;
const draft = (slug: string) => ({ slug, name: { en: 'Gardens', da: 'Haver' }, about: { en: 'All about gardens.', da: 'Alt om haver.' }, gates });
const list = async (as?: Awaited<ReturnType<ForumWorld['person']>>) => (await world.call(forum.listCategories, as ? { as } : {})).body.items;

it('tells everyone which doors there are, what is missing, and which course gives it', async () => {
  const [guest, member, host] = [undefined, await world.person('bo'), await world.holder('ida', 'community-host')];
  const find = async (as?: Parameters<typeof list>[0]) => (await list(as)).find(({ categoryId }) => categoryId === hosts)!;
  expect(await find(host)).toMatchObject({ slug: 'hosts', gates: { ...gates, reply: { rule: 'badge', badge: 'community-host' }, create: { rule: 'badge', badge: 'community-host' } }, may: { reply: { allowed: true, lacking: [] }, moderate: { allowed: false } } });
  expect((await find(member)).may.reply).toMatchObject({ allowed: false, needs: 'all', lacking: [{ badge: 'community-host', reason: 'missing', course: { slug: 'hosting' } }] });
  const asGuest = await find(guest);
  expect(asGuest.may.reply.lacking).toMatchObject([{ badge: 'community-host' }]);
  expect(asGuest).toMatchObject({ may: { read: { allowed: true }, vote: { allowed: false, lacking: [] } }, unreadTopics: null });
});

it('is for managers alone to make and change', async () => {
  const [bo, moderator] = [await world.person('bo'), await world.holder('mo', 'moderator')];
  for (const as of [bo, moderator]) {
    const { problem } = await world.call(forum.createCategory, { as, body: draft('mine') });
    expect(problem).toMatchObject({ status: 403, code: 'badge_required', params: { lacking: [{ badge: 'territory-manager' }] } });
    expect((await world.call(forum.changeCategory, { as, params: { categoryId: firstCategory }, body: { ...draft('mine'), revision: 1 } })).problem.code).toBe('badge_required');
    expect((await world.call(forum.orderCategories, { as, body: { categoryIds: [firstCategory] } })).problem.code).toBe('badge_required');
  }
  expect((await world.call(forum.createCategory, { body: draft('mine') })).problem.code).toBe('not_signed_in');
});

it('is made, changed and told of; a gate counts from the next call on', async () => {
  const [manager, bo] = [await world.holder('mia', 'territory-manager'), await world.person('bo')];
  const made = await world.call(forum.createCategory, { as: manager, body: draft('gardens'), headers: { 'idempotency-key': 'gardens-1' } });
  expect([made.status, made.body]).toMatchObject([201, { slug: 'gardens', name: { da: 'Haver' }, gates, topicCount: 0, revision: 1, may: { moderate: { allowed: true } } }]);
  const again = await world.call(forum.createCategory, { as: manager, body: draft('gardens'), headers: { 'idempotency-key': 'gardens-1' } });
  expect(again.body.categoryId).toBe(made.body.categoryId);
  expect((await world.call(forum.createCategory, { as: manager, body: draft('other'), headers: { 'idempotency-key': 'gardens-1' } })).problem.code).toBe('idempotency_key_reused');
  const { categoryId } = made.body;
  expect((await list()).at(-1)!.categoryId).toBe(categoryId);

  await world.topic(bo, { categoryId });
  const closed: Gate = { rule: 'all', of: [managers, { rule: 'badge', badge: 'community-host', level: 2 }] };
  const changed = await world.call(forum.changeCategory, { as: manager, params: { categoryId }, body: { ...draft('gardens-2'), gates: { ...gates, create: closed }, revision: 1 } });
  expect(changed.body).toMatchObject({ slug: 'gardens-2', revision: 2, gates: { create: closed }, topicCount: 1, may: { create: { allowed: false } } });
  expect((await world.call(forum.createTopic, { as: bo, body: { categoryId, title: 'Roses in May', markdown: 'Pink' } })).problem.code).toBe('badge_required');
  expect(await world.published('category.changed')).toEqual([{ categoryId }, { categoryId }]);
  const stale = await world.call(forum.changeCategory, { as: manager, params: { categoryId }, body: { ...draft('gardens-3'), revision: 1 } });
  expect(stale.problem).toMatchObject({ status: 409, code: 'category_changed_meanwhile', params: { revision: 2 } });
});

it('is put in order as a whole', async () => {
  const manager = await world.holder('mia', 'territory-manager');
  const ids = (await list()).map(({ categoryId }) => categoryId);
  const turned = ids.toReversed();
  const before = (await world.published('category.changed')).length;
  const { body } = await world.call(forum.orderCategories, { as: manager, body: { categoryIds: turned } });
  expect(body.items.map(({ categoryId }) => categoryId)).toEqual(turned);
  expect((await list()).map(({ categoryId }) => categoryId)).toEqual(turned);
  const told = (await world.published('category.changed')).slice(before).map(({ categoryId }) => categoryId);
  expect(new Set(told).size).toBe(ids.length - (ids.length % 2));
  for (const categoryIds of [turned.slice(1), [...turned, unknown], [...turned.slice(1), turned[1]!]])
    expect((await world.call(forum.orderCategories, { as: manager, body: { categoryIds } })).problem).toMatchObject({ status: 409, code: 'category_order_stale' });
  await world.call(forum.orderCategories, { as: manager, body: { categoryIds: ids } });
  // Two who put them in order, and one who makes another, at once: each is done whole.
  const [one, two, three] = await Promise.all([
    world.call(forum.orderCategories, { as: manager, body: { categoryIds: turned } }), world.call(forum.orderCategories, { as: manager, body: { categoryIds: ids } }),
    world.call(forum.createCategory, { as: manager, body: draft('at-once') }),
  ]);
  expect([one.status, two.status, three.status].every((status) => [200, 201, 409].includes(status))).toBe(true);
  expect((await list()).at(-1)!.slug).toBe('at-once');
});

it.each<[string, object, number, string, string?]>([
  ['a slug that is taken', { slug: 'welcome' }, 409, 'category_slug_taken'],
  ['a slug with spaces', { slug: 'My garden' }, 400, 'input_invalid', 'body.slug'],
  ['no Danish name', { name: { en: 'Gardens' } }, 400, 'input_invalid', 'body.name.da'],
  ['no gate for replies', { gates: { ...gates, reply: undefined } }, 400, 'input_invalid', 'body.gates.reply'],
  ['a gate of no kind', { gates: { ...gates, reply: { rule: 'anyone' } } }, 400, 'input_invalid', 'body.gates.reply.rule'],
  ['a gate that asks for more than it lists', { gates: { ...gates, reply: { rule: 'atLeast', count: 2, of: [{ rule: 'member' }] } } }, 400, 'input_invalid', 'body.gates.reply'],
  ['a gate with a badge nobody defined', { gates: { ...gates, reply: { rule: 'badge', badge: 'no-such-badge' } } }, 422, 'badge_unknown'],
  ['a gate nested without end', { gates: { ...gates, reply: JSON.parse(`${'{"rule":"any","of":['.repeat(50)}{"rule":"member"}${']}'.repeat(50)}`) } }, 400, 'input_invalid', 'body.gates.reply'],
])('refuses %s', async (_what, wrong, status, code, path) => {
  const { problem } = await world.call(forum.createCategory, { as: await world.holder('mia', 'territory-manager'), body: { ...draft('fresh'), ...wrong } });
  expect(problem).toMatchObject({ status, code });
  if (path) expect(problem.faults).toEqual(expect.arrayContaining([expect.objectContaining({ path })]));
});

it('makes no more than one list shows', async () => {
  const manager = await world.holder('mia', 'territory-manager');
  const present = (await list()).length;
  await world.ground.query(`insert into territory_dk.forum_categories (id, slug, name_en, name_da, about_en, about_da, position)
    select gen_random_uuid(), 'filler-' || n, 'Filler', 'Fyld', 'Filler', 'Fyld', 1000 + n from generate_series(1, $1) n`, [forum.mostCategories - 1 - present]);
  expect((await world.call(forum.createCategory, { as: manager, body: draft('the-last') })).status).toBe(201);
  expect((await world.call(forum.createCategory, { as: manager, body: draft('too-many') })).problem).toMatchObject({ status: 409, code: 'categories_full', params: { max: 100 } });
  expect((await list()).at(-1)!.slug).toBe('the-last');
  await world.ground.query(`delete from territory_dk.forum_categories where slug like 'filler-%'`);
});

it('changes no category that is not there, and none while nobody knows the badges', async () => {
  const manager = await world.holder('mia', 'territory-manager');
  const body = { ...draft('fresh'), revision: 1 };
  expect((await world.call(forum.changeCategory, { as: manager, params: { categoryId: unknown }, body })).problem).toMatchObject({ status: 404, code: 'not_found' });
  defined.delete('moderator');
  expect((await world.call(forum.changeCategory, { as: manager, params: { categoryId: firstCategory }, body })).problem).toMatchObject({ code: 'badge_unknown', params: { badge: 'moderator' } });
  defined.add('moderator');
});
