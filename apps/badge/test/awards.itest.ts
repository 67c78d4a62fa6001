import { badge as badges, exampleId } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBadgeWorld, startOfTime, type BadgeWorld } from './badge-world.ts';

const dayMs = 86_400_000;
let world: BadgeWorld;
beforeAll(async () => void (world = await startBadgeWorld()));
afterAll(() => world?.stop());

describe('a completed course', () => {
  it('gives its badge once, however often it is told, with the event in the same commit', async () => {
    const freja = await world.person('freja');
    const courseId = await world.course('community-host', { title: 'Hosting' });
    const [completionId, eventId] = [v7(), v7()];
    const outcomes = [];
    for (const id of [eventId, eventId, v7()]) outcomes.push(await world.complete(freja, { completionId, courseId, eventId: id }));
    expect(outcomes).toEqual(['handled', 'duplicate', 'handled']);
    const events = await world.published(badges.badgeAwarded, freja.memberId);
    const expiresAt = new Date(startOfTime + 365 * dayMs).toISOString();
    expect(events).toMatchObject([{ territory: 'DK', aggregate: freja.memberId, payload: { badge: 'community-host', level: 1, territory: 'DK', source: 'course', courseId, byId: null, expiresAt } }]);
    const { items } = (await world.call(badges.listOwnAwards, { as: freja })).body;
    expect(items).toMatchObject([{
      awardId: events[0]!.payload.awardId, state: 'valid', level: 1, territory: 'DK', expiresAt, revokedAt: null, source: 'course', reason: null, by: null, renewable: false,
      badge: { badge: 'community-host', name: { da: 'Samtalevært' }, scope: 'global', courses: [{ courseId, title: { en: 'Hosting' } }] }, holder: { handle: 'freja' }, course: { courseId },
    }]);
    expect(await world.holdings(freja)).toEqual([{ badge: 'community-host', level: 1, territory: 'DK', awardedAt: new Date(startOfTime).toISOString(), expiresAt }]);
  });

  it('that gives nothing gives nothing', async () => {
    const bo = await world.person('bo');
    expect(await world.complete(bo, { badge: null })).toBe('handled');
    expect((await world.call(badges.listOwnAwards, { as: bo })).body.items).toEqual([]);
  });

  it('at once from many deliveries gives one award', async () => {
    const ida = await world.person('ida');
    const completionId = v7();
    await Promise.all(Array.from({ length: 6 }, () => world.complete(ida, { completionId })));
    await Promise.all(Array.from({ length: 3 }, () => world.complete(ida)));
    expect(await world.holdings(ida)).toHaveLength(1);
    expect((await world.published(badges.badgeAwarded, ida.memberId)).filter(({ payload }) => payload.source === 'course')).toHaveLength(1);
    expect(await world.ground.query('select 1 from territory_dk.user_badge_grants where member_id = $1 and award_id is not null', [ida.memberId])).toHaveLength(4);
  });

  it('waits for what must come first, and then gives everything it can', async () => {
    const ole = await world.person('ole');
    await world.complete(ole, { badge: 'newcomer-guide' });
    expect(await world.holdings(ole)).toEqual([]);
    await world.complete(ole, { badge: 'community-host' });
    expect((await world.holdings(ole)).map(({ badge }) => badge).sort()).toEqual(['community-host', 'newcomer-guide']);
    expect(await world.published(badges.badgeAwarded, ole.memberId)).toHaveLength(2);
  });

  it('keeps territories apart, also for the same member id', async () => {
    const kari = await world.person('kari', 'NO');
    await world.complete(kari);
    const inDenmark = { ...kari, territory: 'DK' };
    expect([(await world.holdings(kari)).length, (await world.holdings(inDenmark)).length]).toEqual([1, 0]);
    expect((await world.holdings(kari))[0]!.territory).toBe('NO');
  });
});

describe('by hand', () => {
  it('a manager awards with a reason that the holder reads and nobody else', async () => {
    const [manager, bo] = [await world.manager('chief'), await world.person('bob')];
    const answer = await world.call(badges.createAward, { as: manager, params: { badge: 'moderator' }, body: { memberId: bo.memberId, reason: ' Trusted by all ' } });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ state: 'valid', expiresAt: null, source: 'hand', reason: 'Trusted by all', by: { handle: 'chief' }, holder: { handle: 'bob' }, territory: 'DK' });
    expect((await world.call(badges.listOwnAwards, { as: bo })).body.items[0]).toMatchObject({ reason: 'Trusted by all' });
    const shown = (await world.call(badges.listMemberBadges, { as: manager, params: { memberId: bo.memberId } })).body.items;
    expect(shown).toEqual([expect.objectContaining({ state: 'valid', badge: expect.objectContaining({ badge: 'moderator' }) })]);
    expect(JSON.stringify(shown)).not.toContain('Trusted');
    // Neither in the table nor in an event.
    const rows = await world.ground.query('select * from territory_dk.user_badges where member_id = $1', [bo.memberId]);
    const events = await world.published(badges.badgeAwarded, bo.memberId);
    expect(JSON.stringify([rows, events])).not.toContain('Trusted');
    expect(events).toMatchObject([{ payload: { source: 'hand', byId: manager.memberId } }]);
  });

  it('the same key gives the first answer again, another body is refused', async () => {
    const [manager, bo] = [await world.manager('m2'), await world.person('bo2')];
    const request = { as: manager, params: { badge: 'translator' }, body: { memberId: bo.memberId, reason: 'Two languages' }, headers: { 'idempotency-key': 'award-once-1' } };
    const [one, two] = await Promise.all([world.call(badges.createAward, request), world.call(badges.createAward, request)]);
    expect([one.status, two.status, two.body.awardId]).toEqual([201, 201, one.body.awardId]);
    expect(await world.published(badges.badgeAwarded, bo.memberId)).toHaveLength(1);
    expect((await world.call(badges.createAward, { ...request, body: { ...request.body, reason: 'Another' } })).problem).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });

  it('awarding what is held renews it under the same id, and never shortens it', async () => {
    const [manager, bo] = [await world.manager('m3'), await world.person('bo3')];
    const give = async (expiresAt?: string) => (await world.call(badges.createAward, { as: manager, params: { badge: 'event-organiser' }, body: { memberId: bo.memberId, reason: 'Again', ...(expiresAt ? { expiresAt } : {}) } })).body;
    const first = await give();
    expect(first.expiresAt).toBe(new Date(startOfTime + 365 * dayMs).toISOString());
    expect((await give('2026-12-24T00:00:00.000Z')).expiresAt).toBe(first.expiresAt);
    expect(await world.published(badges.badgeAwarded, bo.memberId)).toHaveLength(1);
    const longer = await give('2029-01-01T00:00:00.000Z');
    expect(longer).toMatchObject({ awardId: first.awardId, awardedAt: first.awardedAt, expiresAt: '2029-01-01T00:00:00.000Z', source: 'renewal' });
    expect((await world.published(badges.badgeAwarded, bo.memberId)).map(({ payload }) => payload.source)).toEqual(['hand', 'renewal']);
    expect(await world.holdings(bo)).toHaveLength(1);
  });

  it('levels stand beside each other', async () => {
    const [manager, bo] = [await world.manager('m4'), await world.person('bo4')];
    for (const level of [1, 2]) await world.call(badges.createAward, { as: manager, params: { badge: 'translator' }, body: { memberId: bo.memberId, reason: 'Well done', level } });
    expect((await world.holdings(bo)).map(({ level }) => level).sort()).toEqual([1, 2]);
  });

  it.each<[string, string, Record<string, unknown>, number, string, object]>([
    ['a badge that nobody defined', 'no-such-badge', {}, 404, 'not_found', {}],
    ['what is only earned', 'community-host', {}, 409, 'badge_not_by_hand', { params: { badge: 'Community host' } }],
    ['before what must come first', 'newcomer-guide', {}, 409, 'award_prerequisites_missing', { title: 'The badge Community host must come first.' }],
    ['to someone who is not there', 'moderator', { memberId: exampleId(99) }, 400, 'input_invalid', { faults: [{ path: 'body.memberId', message: 'Nobody here has this id' }] }],
    ['with an end that is past', 'moderator', { expiresAt: '2026-12-01T12:00:00.000Z' }, 400, 'input_invalid', { faults: [{ path: 'body.expiresAt', message: 'This is past' }] }],
    ['without a reason', 'moderator', { reason: ' a ' }, 400, 'input_invalid', {}],
    ['at a level that there is not', 'moderator', { level: 10 }, 400, 'input_invalid', {}],
    ['in another country', 'moderator', { territory: 'NO' }, 403, 'award_outside_authority', { title: 'Your authority does not reach NO.' }],
    ['in a First Nation', 'moderator', { territory: 'SAMI-FN-NO' }, 403, 'award_outside_authority', {}],
    ['nowhere', 'moderator', { territory: 'DK-ATLANTIS' }, 403, 'award_outside_authority', {}],
  ])('refuses %s', async (_name, badge, more, status, code, rest) => {
    const [manager, bo] = [await world.manager('strict'), await world.person('hopeful')];
    const { problem } = await world.call(badges.createAward, { as: manager, params: { badge }, body: { memberId: bo.memberId, reason: 'Because', ...more } });
    expect(problem).toMatchObject({ status, code, ...rest });
    expect(await world.published(badges.badgeAwarded, bo.memberId)).toEqual([]);
  });

  it('is for managers of the place or above alone: one of a community has no power over the country', async () => {
    const [manager, local, bo] = [await world.manager('top'), await world.person('local'), await world.person('bo5')];
    const give = (as: typeof bo, territory?: string) => world.call(badges.createAward, { as, params: { badge: 'moderator' }, body: { memberId: bo.memberId, reason: 'Because', ...(territory ? { territory } : {}) } });
    expect((await give(bo)).problem).toMatchObject({ status: 403, code: 'badge_required', params: { missing: 'the badge Territory manager' } });
    await world.call(badges.createAward, { as: manager, params: { badge: 'territory-manager' }, body: { memberId: local.memberId, reason: 'Knows the town', territory: 'DK-COPENHAGEN' } });
    expect((await give(local)).problem).toMatchObject({ code: 'badge_required' });
    expect((await give(local, 'DK-COPENHAGEN')).problem).toMatchObject({ code: 'badge_required' });
    expect((await give(manager, 'DK-COPENHAGEN')).body).toMatchObject({ territory: 'DK-COPENHAGEN' });
    const norwegian = await world.manager('nils', 'NO');
    expect((await world.call(badges.createAward, { as: norwegian, territory: 'DK', params: { badge: 'moderator' }, body: { memberId: bo.memberId, reason: 'Because' } })).problem).toMatchObject({ code: 'territory_mismatch' });
    expect((await world.call(badges.createAward, { params: { badge: 'moderator' }, body: { memberId: bo.memberId, reason: 'Because' } })).problem).toMatchObject({ status: 401, code: 'not_signed_in' });
  });
});

describe('taking back', () => {
  it('closes at once, with a reason that the holder reads; twice is the same as once', async () => {
    const [manager, bo] = [await world.manager('m6'), await world.person('bo6')];
    const { awardId } = (await world.call(badges.createAward, { as: manager, params: { badge: 'moderator' }, body: { memberId: bo.memberId, reason: 'Trusted' } })).body;
    const revoke = () => world.call(badges.revokeAward, { as: manager, params: { awardId }, body: { reason: 'Trust is gone' } });
    const first = await revoke();
    expect(first.body).toMatchObject({ state: 'revoked', revokedReason: 'Trust is gone', reason: 'Trusted', revokedAt: new Date(startOfTime).toISOString() });
    expect((await revoke()).body).toEqual(first.body);
    expect(await world.published(badges.badgeRevoked, bo.memberId)).toMatchObject([{ payload: { awardId, badge: 'moderator', byId: manager.memberId } }]);
    expect(await world.holdings(bo)).toEqual([]);
    expect((await world.call(badges.listOwnAwards, { as: bo })).body.items).toMatchObject([{ state: 'revoked', revokedReason: 'Trust is gone' }]);
    expect((await world.call(badges.listMemberBadges, { as: bo, params: { memberId: bo.memberId } })).body.items).toEqual([]);
    // Given again it is another award.
    const again = (await world.call(badges.createAward, { as: manager, params: { badge: 'moderator' }, body: { memberId: bo.memberId, reason: 'Trusted again' } })).body;
    expect(again.awardId).not.toBe(awardId);
  });

  it('takes the one that is meant, of several levels and places', async () => {
    const [manager, bo] = [await world.manager('m9'), await world.person('bo9')];
    for (const more of [{ level: 1 }, { level: 2 }, { level: 2, territory: 'DK-COPENHAGEN' }])
      await world.call(badges.createAward, { as: manager, params: { badge: 'translator' }, body: { memberId: bo.memberId, reason: 'Well done', ...more } });
    const shown = async () => (await world.call(badges.listMemberBadges, { as: manager, params: { memberId: bo.memberId } })).body.items;
    const [local, , first] = await shown();
    expect(first).toMatchObject({ level: 1, territory: 'DK' });
    await world.call(badges.revokeAward, { as: manager, params: { awardId: first!.awardId! }, body: { reason: 'By mistake' } });
    expect(await shown()).toMatchObject([{ awardId: local!.awardId, level: 2, territory: 'DK-COPENHAGEN' }, { level: 2, territory: 'DK' }]);
  });

  it('holds against the course, until someone gives the badge back', async () => {
    const [manager, bo] = [await world.manager('m7'), await world.person('bo7')];
    await world.complete(bo);
    const { items: [award] } = (await world.call(badges.listOwnAwards, { as: bo })).body;
    await world.call(badges.revokeAward, { as: manager, params: { awardId: award!.awardId }, body: { reason: 'Was unkind' } });
    await world.complete(bo);
    expect(await world.holdings(bo)).toEqual([]);
    const back = await world.call(badges.createAward, { as: manager, params: { badge: 'community-host' }, body: { memberId: bo.memberId, reason: 'Has apologised' } });
    expect(back.status).toBe(201);
    expect(await world.holdings(bo)).toHaveLength(1);
  });

  it('never takes the last manager of a territory, however many try at once', async () => {
    const managers = await Promise.all(['a', 'b', 'c'].map((handle) => world.manager(handle, 'NO')));
    const all = (await world.call(badges.listHolders, { as: managers[0]!, params: { badge: 'territory-manager' }, query: { state: 'valid', limit: 100 } })).body.items;
    const revoke = (awardId: string) => world.call(badges.revokeAward, { as: managers[0]!, params: { awardId }, body: { reason: 'Enough' } });
    // The caller's own comes last, so that its authority lasts.
    const others = all.filter(({ holder }) => holder.memberId !== managers[0]!.memberId);
    await Promise.all(others.slice(1).map(({ awardId }) => revoke(awardId)));
    const own = all.find(({ holder }) => holder.memberId === managers[0]!.memberId)!;
    const outcomes = await Promise.all([revoke(own.awardId), revoke(others[0]!.awardId)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(outcomes.find(({ status }) => status === 409)!.problem).toMatchObject({ code: 'award_of_last_manager' });
    const left = await world.ground.query(`select 1 from territory_no.user_badges where badge = 'territory-manager' and revoked_at is null`);
    expect(left).toHaveLength(1);
  });

  it('lets the only one of another place go: there is a manager above', async () => {
    const [manager, local] = [await world.manager('m8'), await world.person('loc8')];
    const { awardId } = (await world.call(badges.createAward, { as: manager, params: { badge: 'territory-manager' }, body: { memberId: local.memberId, reason: 'The only one there', territory: 'DK-COPENHAGEN' } })).body;
    expect((await world.call(badges.revokeAward, { as: manager, params: { awardId }, body: { reason: 'Moved away' } })).body).toMatchObject({ state: 'revoked' });
  });

  it('refuses an award that is not there, or a caller who may not', async () => {
    const [manager, bo] = [await world.manager('m9'), await world.person('bo9')];
    expect((await world.call(badges.revokeAward, { as: manager, params: { awardId: exampleId(5) }, body: { reason: 'Because' } })).problem).toMatchObject({ status: 404, code: 'not_found' });
    const { awardId } = (await world.call(badges.createAward, { as: manager, params: { badge: 'moderator' }, body: { memberId: bo.memberId, reason: 'Trusted' } })).body;
    expect((await world.call(badges.revokeAward, { as: bo, params: { awardId }, body: { reason: 'Because' } })).problem).toMatchObject({ status: 403, code: 'badge_required' });
    const norwegian = await world.manager('nora', 'NO');
    expect((await world.call(badges.revokeAward, { as: norwegian, params: { awardId }, body: { reason: 'Because' } })).problem).toMatchObject({ status: 404 });
  });
});

describe('lists', () => {
  it('pages through holders both ways, by state, with one question about people', async () => {
    const manager = await world.manager('lister');
    const people = [];
    for (let n = 0; n < 5; n++) people.push(await world.person(`holder${n}`));
    for (const { memberId } of people) await world.award(manager, 'good-neighbour', { memberId, reason: 'Helped' });
    const list = (query: Record<string, string | number>) => world.call(badges.listHolders, { as: manager, params: { badge: 'good-neighbour' }, query });
    const first = (await list({ limit: 2 })).body;
    expect(first.items.map(({ holder }) => holder.handle)).toEqual(['holder4', 'holder3']);
    const second = (await list({ limit: 2, cursor: first.next! })).body;
    expect(second.items.map(({ holder }) => holder.handle)).toEqual(['holder2', 'holder1']);
    expect((await list({ limit: 2, cursor: second.previous! })).body.items.map(({ holder }) => holder.handle)).toEqual(['holder4', 'holder3']);
    await world.call(badges.revokeAward, { as: manager, params: { awardId: first.items[0]!.awardId }, body: { reason: 'A mistake' } });
    expect((await list({ state: 'revoked' })).body.items.map(({ holder }) => holder.handle)).toEqual(['holder4']);
    expect((await list({ state: 'valid' })).body.items).toHaveLength(4);
    expect((await list({ state: 'expired' })).body.items).toEqual([]);
  });

  it('refuses cursors of other lists, unknown badges and callers who may not', async () => {
    const [manager, bo] = [await world.manager('l2'), await world.person('l3')];
    const own = (await world.call(badges.listOwnAwards, { as: manager, query: { limit: 1 } })).body;
    expect(own.items).toHaveLength(1);
    const page = (await world.call(badges.listHolders, { as: manager, params: { badge: 'territory-manager' }, query: { limit: 1 } })).body;
    for (const [call, of] of [[badges.listHolders, { badge: 'moderator' }], [badges.listOwnAwards, {}], [badges.listMemberBadges, { memberId: bo.memberId }]] as const)
      expect((await world.call(call as typeof badges.listHolders, { as: manager, params: of as { badge: string }, query: { cursor: page.next! } })).problem).toMatchObject({ status: 400, code: 'cursor_invalid' });
    expect((await world.call(badges.listHolders, { as: manager, params: { badge: 'no-such-badge' } })).problem).toMatchObject({ status: 404 });
    expect((await world.call(badges.listHolders, { as: bo, params: { badge: 'moderator' } })).problem).toMatchObject({ code: 'badge_required' });
    expect((await world.call(badges.listHolders, { as: manager, params: { badge: 'moderator' }, query: { limit: 500 } })).problem).toMatchObject({ code: 'input_invalid' });
    expect((await world.call(badges.listOwnAwards, {})).problem).toMatchObject({ status: 401 });
  });
});
