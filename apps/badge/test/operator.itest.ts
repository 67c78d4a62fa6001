import { badge as badges } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBadgeWorld, type BadgeWorld } from './badge-world.ts';

let world: BadgeWorld;
beforeAll(async () => void (world = await startBadgeWorld()));
afterAll(() => world?.stop());

const award = (memberId: string, more: object = {}, home = 'DK') => world.rpc.call(badges.awardBadge, home, { memberId, badge: 'territory-manager', territory: home, reason: 'First manager', key: v7(), ...more });
const refused = (code: string, params: object = {}) => ({ contract: { code }, params });

it('brings the first manager to office, once per key, with a reason but nobody’s name', async () => {
  const freja = await world.person('freja');
  const key = 'first-manager-dk';
  const [one, two] = await Promise.all([award(freja.memberId, { key }), award(freja.memberId, { key })]);
  expect(two).toEqual(one);
  expect((await world.call(badges.listOwnAwards, { as: freja })).body.items).toMatchObject([{ awardId: one.awardId, by: null, reason: 'First manager', source: 'hand' }]);
  await expect(award(freja.memberId, { key, badge: 'moderator' })).rejects.toMatchObject(refused('idempotency_key_reused'));
  expect((await world.rpc.call(badges.listAwards, 'DK', { memberId: freja.memberId })).awards).toMatchObject([{ awardId: one.awardId, badge: 'territory-manager', territory: 'DK', state: 'valid', revokedAt: null }]);
});

it('gives also what is only earned, at a place below', async () => {
  const bo = await world.person('bo');
  await award(bo.memberId, { badge: 'community-host', territory: 'DK-COPENHAGEN' });
  expect(await world.holdings(bo)).toMatchObject([{ badge: 'community-host', territory: 'DK-COPENHAGEN' }]);
});

it.each<[string, object, object]>([
  ['an unknown badge', { badge: 'no-such-badge' }, refused('badge_unknown', { badge: 'no-such-badge' })],
  ['before what must come first', { badge: 'newcomer-guide' }, refused('award_prerequisites_missing')],
  ['another country', { territory: 'NO' }, refused('award_outside_authority', { territory: 'NO' })],
  ['a First Nation within it', { territory: 'SAMI-FN-NO' }, refused('award_outside_authority')],
  ['no territory at all', { territory: 'ATLANTIS' }, refused('award_outside_authority')],
  ['an end that is past', { expiresAt: '2026-01-01T00:00:00.000Z' }, refused('input_invalid')],
])('refuses %s', async (_name, more, problem) => {
  await expect(award((await world.person('x')).memberId, more)).rejects.toMatchObject(problem);
});

it('takes back every level at a place, and never the last manager', async () => {
  const bo = await world.person('bo2');
  for (const level of [1, 2]) await award(bo.memberId, { badge: 'teacher', level });
  const revoke = (badge: string, memberId = bo.memberId, home = 'DK') => world.rpc.call(badges.revokeBadge, home, { memberId, badge, territory: home, reason: 'Has left' });
  expect((await revoke('teacher')).awardIds).toHaveLength(2);
  await expect(revoke('teacher')).rejects.toMatchObject(refused('award_not_held'));
  await expect(revoke('no-such-badge')).rejects.toMatchObject(refused('badge_unknown'));
  expect((await world.rpc.call(badges.listAwards, 'DK', { memberId: bo.memberId })).awards.map(({ state, level }) => [state, level]).sort()).toEqual([['revoked', 1], ['revoked', 2]]);

  const only = await world.person('only', 'NO');
  await award(only.memberId, {}, 'NO');
  await expect(revoke('territory-manager', only.memberId, 'NO')).rejects.toMatchObject(refused('award_of_last_manager'));
  const second = await world.person('second', 'NO');
  await award(second.memberId, {}, 'NO');
  expect((await revoke('territory-manager', only.memberId, 'NO')).awardIds).toHaveLength(1);
  await expect(revoke('territory-manager', second.memberId, 'NO')).rejects.toMatchObject(refused('award_of_last_manager'));
});
