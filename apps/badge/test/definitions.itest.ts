import { badge as badges, type RouteInput } from '@unityplan/contracts';
import { FORGET_REQUESTS } from '@unityplan/service-kit';
import { expectPublished } from '@unityplan/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DefinitionsViews } from '../src/definitions/definitions.views.ts';
import { startBadgeWorld, type BadgeWorld } from './badge-world.ts';

type Draft = RouteInput<typeof badges.defineBadge>['body'];
let world: BadgeWorld;
beforeAll(async () => void (world = await startBadgeWorld()));
afterAll(() => world?.stop());

const both = (text: string) => ({ en: text, da: `${text} (da)` });
const needs = (...keys: string[]): Draft['prerequisites'] => ({ rule: 'all', of: keys.map((badge) => ({ rule: 'badge', badge })) });
const draft = (badge: string, more: Partial<Draft> = {}): Draft => ({
  badge, state: 'active', level: 1, name: both(`Name of ${badge}`), about: both('About'), criteria: both('Criteria'), icon: 'leaf', colour: 'green', validDays: null, renewFromDays: 0, prerequisites: null, byHand: true, ...more,
});

it('has badges of all territories from the start, by name in the reader’s language', async () => {
  const keys = async (language: string) => (await world.call(badges.listBadges, { territory: 'NO', headers: { 'accept-language': language } })).body.items.map(({ badge }) => badge);
  expect(await keys('en')).toEqual(['community-host', 'event-organiser', 'good-neighbour', 'moderator', 'newcomer-guide', 'teacher', 'territory-manager', 'translator']);
  expect(await keys('da')).toEqual(['event-organiser', 'good-neighbour', 'newcomer-guide', 'moderator', 'translator', 'community-host', 'territory-manager', 'teacher']);
  const { definition, held, way } = (await world.call(badges.getBadge, { params: { badge: 'community-host' } })).body;
  expect(definition).toMatchObject({ scope: 'global', version: 1, validDays: 365, renewFromDays: 60, byHand: false, prerequisites: null, courses: [] });
  expect([held, way]).toEqual([null, null]);
});

it('pages both ways', async () => {
  const list = async (query: Record<string, string | number>) => (await world.call(badges.listBadges, { query, territory: 'NO' })).body;
  const first = await list({ limit: 3 });
  const second = await list({ limit: 3, cursor: first.next! });
  const third = await list({ limit: 3, cursor: second.next! });
  expect([first, second, third].map(({ items }) => items.map(({ badge }) => badge))).toEqual([
    ['community-host', 'event-organiser', 'good-neighbour'], ['moderator', 'newcomer-guide', 'teacher'], ['territory-manager', 'translator'],
  ]);
  expect(third.next).toBeNull();
  expect((await list({ limit: 3, cursor: third.previous! })).items).toEqual(second.items);
  expect((await list({ limit: 3, cursor: second.previous! })).items).toEqual(first.items);
  expect((await world.call(badges.listBadges, { query: { cursor: first.next! }, headers: { 'accept-language': 'da' } })).problem).toMatchObject({ code: 'cursor_invalid' });
});

describe('a badge of one territory', () => {
  it('is a draft for managers alone, until it comes out; other territories never see it', async () => {
    const [manager, bo] = [await world.manager('chief'), await world.person('bo')];
    const made = await world.call(badges.defineBadge, { as: manager, body: draft('harbour-bather', { state: 'draft' }) });
    expect([made.status, made.body]).toMatchObject([201, { badge: 'harbour-bather', version: 1, scope: 'territory', state: 'draft' }]);
    const get = (as?: typeof bo, territory = 'DK') => world.call(badges.getBadge, { params: { badge: 'harbour-bather' }, territory, ...(as ? { as } : {}) });
    expect([(await get(manager)).status, (await get(bo)).status, (await get()).status]).toEqual([200, 404, 404]);
    const list = (state: string, as?: typeof bo) => world.call(badges.listBadges, { query: { state }, ...(as ? { as } : {}) });
    expect((await list('draft', manager)).body.items.map(({ badge }) => badge)).toEqual(['harbour-bather']);
    expect((await list('draft', bo)).problem).toMatchObject({ code: 'badge_required' });
    expect((await list('archived')).problem).toMatchObject({ code: 'not_signed_in' });
    expect((await world.award(manager, 'harbour-bather', { memberId: bo.memberId, reason: 'Swims' })).problem).toMatchObject({ status: 409, code: 'badge_archived' });

    const { badge: _badge, ...content } = draft('harbour-bather', { name: both('Winter bather'), validDays: 30 });
    const changed = await world.call(badges.changeBadge, { as: manager, params: { badge: 'harbour-bather' }, body: { ...content, version: 1 } });
    expect(changed.body).toMatchObject({ version: 2, state: 'active', name: { en: 'Winter bather' }, validDays: 30 });
    expect([(await get()).status, (await get(undefined, 'NO')).status]).toEqual([200, 404]);
    await expectPublished({ query: async (text, values) => ({ rows: await world.ground.query(text, values), rowCount: 0 }) }, badges.badgeDefined, { badge: 'harbour-bather', version: 2 });

    // Repeated by a client that did not hear the answer: no third version. From an older page: told so.
    expect((await world.call(badges.changeBadge, { as: manager, params: { badge: 'harbour-bather' }, body: { ...content, version: 1 } })).body).toMatchObject({ version: 2 });
    const late = await world.call(badges.changeBadge, { as: manager, params: { badge: 'harbour-bather' }, body: { ...content, name: both('Late'), version: 1 } });
    expect(late.problem).toMatchObject({ status: 409, code: 'badge_changed_meanwhile', params: { version: 2 } });
  });

  it('archived is not given any more, still shown to who holds it, and comes back', async () => {
    const [manager, bo] = [await world.manager('chief2'), await world.person('bo2')];
    const { badge, ...content } = draft('old-hand');
    await world.call(badges.defineBadge, { as: manager, body: { badge, ...content } });
    await world.award(manager, badge, { memberId: bo.memberId, reason: 'Was there' });
    const change = (state: Draft['state'], version: number) => world.call(badges.changeBadge, { as: manager, params: { badge }, body: { ...content, state, version } });
    expect((await change('archived', 1)).body).toMatchObject({ state: 'archived', version: 2 });
    expect((await world.award(manager, badge, { memberId: manager.memberId, reason: 'Too late' })).problem).toMatchObject({ code: 'badge_archived' });
    const { body } = await world.call(badges.getBadge, { as: bo, params: { badge } });
    expect(body).toMatchObject({ definition: { state: 'archived' }, held: { state: 'valid' } });
    expect((await change('draft', 2)).problem).toMatchObject({ code: 'input_invalid', faults: [{ path: 'body.state' }] });
    // A completion that came meanwhile has waited.
    const ida = await world.person('ida2');
    await world.complete(ida, { badge });
    expect(await world.holdings(ida)).toEqual([]);
    expect((await change('active', 2)).body).toMatchObject({ state: 'active', version: 3 });
    await world.drain();
    await expect.poll(() => world.holdings(ida), { timeout: 20_000 }).toHaveLength(1);
  });

  it('one of many changes at once wins, the others are told', async () => {
    const manager = await world.manager('chief3');
    const { badge, ...content } = draft('contested');
    await world.call(badges.defineBadge, { as: manager, body: { badge, ...content } });
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => world.call(badges.changeBadge, { as: manager, params: { badge }, body: { ...content, name: both(`Number ${n}`), version: 1 } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('is known to whoever repeats a request, also where its making was not heard of yet', async () => {
    const manager = await world.manager('chief5');
    const views = world.service('badge').app.get(DefinitionsViews);
    const before = await views.all('DK');
    const request = { as: manager, body: draft('not-heard-of'), headers: { 'idempotency-key': 'define-unheard' } };
    await world.call(badges.defineBadge, request);
    // As another process still has it.
    (views as unknown as { known: { kept: Map<string, unknown> } }).known.kept.set('DK', { value: Promise.resolve(before), at: performance.now() });
    expect(await world.call(badges.defineBadge, request)).toMatchObject({ status: 201, body: { badge: 'not-heard-of', version: 1 } });
  });

  it('is made once per key', async () => {
    const manager = await world.manager('chief4');
    const request = { as: manager, body: draft('once-only'), headers: { 'idempotency-key': 'define-once' } };
    const answers = await Promise.all([world.call(badges.defineBadge, request), world.call(badges.defineBadge, request)]);
    expect(answers.map(({ status, body }) => [status, body.version])).toEqual([[201, 1], [201, 1]]);
    expect((await world.call(badges.defineBadge, { ...request, body: draft('another-one') })).problem).toMatchObject({ code: 'idempotency_key_reused' });
    await world.ground.query("update territory_dk.badge_requests set created_at = '2020-01-01' where idempotency_key = 'define-once'");
    await world.service('badge').app.get<() => Promise<void>>(FORGET_REQUESTS)();
    expect((await world.call(badges.defineBadge, { ...request, body: draft('another-one') })).status).toBe(201);
  });

  it.each<[string, Draft, number, string, object]>([
    ['a key that is taken here', draft('taken-key'), 409, 'badge_key_taken', { params: { badge: 'taken-key' } }],
    ['a key of all territories', draft('moderator'), 409, 'badge_key_taken', {}],
    ['a key that is none', draft('No Key!'), 400, 'input_invalid', { faults: [{ path: 'body.badge' }] }],
    ['an unknown prerequisite', draft('dreamer', { prerequisites: needs('no-such-badge') }), 422, 'badge_unknown', { params: { badge: 'no-such-badge' } }],
    ['itself as prerequisite', draft('snake', { prerequisites: needs('snake') }), 422, 'badge_cycle', { params: { cycle: 'Name of snake → Name of snake' } }],
    ['a rule that asks for more than it lists', draft('greedy', { prerequisites: { rule: 'atLeast', count: 3, of: [{ rule: 'badge', badge: 'teacher' }] } }), 400, 'input_invalid', {}],
    ['no name in one language', draft('speechless', { name: { en: 'Name', da: '' } }), 400, 'input_invalid', { faults: [{ path: 'body.name.da' }] }],
    ['a picture that there is not', draft('pictureless', { icon: 'skull' as 'leaf' }), 400, 'input_invalid', {}],
    ['a validity of no days', draft('brief', { validDays: 0 }), 400, 'input_invalid', {}],
  ])('refuses %s', async (_name, body, status, code, rest) => {
    const manager = await world.manager('strict');
    await world.call(badges.defineBadge, { as: manager, body: draft('taken-key') });
    expect((await world.call(badges.defineBadge, { as: manager, body })).problem).toMatchObject({ status, code, ...rest });
  });

  it('refuses callers who may not, and changes to what belongs to all or to nobody', async () => {
    const [manager, bo] = [await world.manager('chief5'), await world.person('bo5')];
    const { badge: _badge, ...content } = draft('teacher');
    const change = (badge: string, as = manager) => world.call(badges.changeBadge, { as, params: { badge }, body: { ...content, version: 1 } });
    expect((await change('teacher')).problem).toMatchObject({ status: 403, code: 'badge_shared', title: 'The badge Teacher is the same in all territories.' });
    expect((await change('no-such-badge')).problem).toMatchObject({ status: 404 });
    expect((await change('teacher', bo)).problem).toMatchObject({ code: 'badge_required' });
    expect((await world.call(badges.defineBadge, { as: bo, body: draft('mine') })).problem).toMatchObject({ code: 'badge_required' });
    expect((await world.call(badges.getBadge, { params: { badge: 'no-such-badge' } })).problem).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('circles', () => {
  it('are refused with their names, over badges and courses, and told to the course service', async () => {
    const manager = await world.manager('circler');
    const define = (badge: string, more: Partial<Draft> = {}) => world.call(badges.defineBadge, { as: manager, body: draft(badge, { byHand: false, ...more }) });
    await define('first-step');
    await define('second-step', { prerequisites: needs('first-step') });
    const { badge: _badge, ...content } = draft('first-step', { byHand: false, prerequisites: needs('second-step') });
    const closed = await world.call(badges.changeBadge, { as: manager, params: { badge: 'first-step' }, body: { ...content, version: 1 }, headers: { 'accept-language': 'da' } });
    expect(closed.problem).toMatchObject({ status: 422, code: 'badge_cycle', title: 'Ingen ville nogensinde kunne opnå emblemet: Name of first-step (da) → Name of second-step (da) → Name of first-step (da).' });

    const ask = (gives: string, prerequisite: string) =>
      world.rpc.call(badges.findCycle, 'DK', { courseId: '01900000-0000-7000-8000-0000000000aa', name: 'New course', gives, needs: { rule: 'badge', badge: prerequisite } });
    expect((await ask('first-step', 'second-step')).cycle).toEqual(['New course', 'Name of second-step', 'New course']);
    expect((await ask('second-step', 'first-step')).cycle).toBeNull();
    await world.course('first-step', { title: 'Open course' });
    expect((await ask('first-step', 'second-step')).cycle).toBeNull(); // there is another way in

    await world.course('third-step', { title: 'Needs the fourth', prerequisites: { rule: 'badge', badge: 'fourth-step' } });
    await define('fourth-step');
    const third = await define('third-step', { prerequisites: null });
    expect(third.status).toBe(201);
    const { badge: _other, ...fourth } = draft('fourth-step', { byHand: false, prerequisites: needs('third-step') });
    const circle = await world.call(badges.changeBadge, { as: manager, params: { badge: 'fourth-step' }, body: { ...fourth, version: 1 } });
    expect(circle.problem).toMatchObject({ code: 'badge_cycle', params: { cycle: 'Name of fourth-step → Needs the fourth → Name of fourth-step' } });
    // By hand it can be had.
    expect((await world.call(badges.changeBadge, { as: manager, params: { badge: 'fourth-step' }, body: { ...fourth, prerequisites: null, byHand: true, version: 1 } })).status).toBe(200);
  });
});

it('describes badges to other services, without the unknown', async () => {
  const { badges: described } = await world.rpc.call(badges.describeBadges, 'DK', { badges: ['community-host', 'no-such-badge'] });
  expect(described).toMatchObject([{ badge: 'community-host', name: { en: 'Community host' }, renewFromDays: 60 }]);
});
