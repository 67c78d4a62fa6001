import { badge as badges, roleKeys, type RpcContract } from '@unityplan/contracts';
import { Permissions, type MemberContext } from '@unityplan/service-kit';
import { inMemoryRegistry, REFERENCE_TERRITORIES } from '@unityplan/territory';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Authority } from './authority.service.ts';

const registry = inMemoryRegistry(REFERENCE_TERRITORIES);
const now = Date.parse('2026-06-01T00:00:00Z');
const runs = process.env['PROOF'] === 'full' ? 20_000 : 1_000;

/** What a member of `home` with these badges may do at `place`, through the real evaluator: the refusal's code, or 'allowed'. */
async function outcome(home: string, holdings: readonly badges.Holding[], place: string): Promise<string> {
  const verdict: badges.AccessVerdict = { allowed: false, until: null, needs: 'all', lacking: [] };
  const call = (contract: RpcContract, _territory: string, input: { memberIds?: string[] }): Promise<unknown> =>
    Promise.resolve(contract === badges.getHoldings ? { holders: input.memberIds!.map((memberId) => ({ memberId, holdings })) } : verdict);
  const permissions = new Permissions({ rpc: { call }, registry, clock: () => now, log: { warn: () => undefined }, broadcasts: {} } as never);
  const caller = { territory: home, member: { memberId: 'm' } } as unknown as MemberContext;
  return new Authority(registry, permissions).requireManager(caller, place).then(() => 'allowed', (error: { contract: { code: string } }) => error.contract.code);
}

const manager = (territory: string, badge: string = roleKeys.manager): badges.Holding => ({ badge, level: 1, territory, awardedAt: '2026-01-01T00:00:00.000Z', expiresAt: null });

it.each([
  ['CA', 'HAIDA-FN-CA'],
  ['HAIDA-FN-CA', 'CA'],
  ['NO', 'SAMI-FN-NO'],
  ['SAMI-FN-NO', 'NO'],
])('a manager of %s is nobody in %s, whatever the badges say', async (home, place) => {
  expect(await outcome(home, [manager(home)], place)).toBe('territory_outside_authority');
  // Not even with a badge that somebody wrote down for the other side.
  expect(await outcome(home, [manager(home), manager(place), manager(place, roleKeys.moderator)], place)).toBe('territory_outside_authority');
  expect(await outcome(place, [manager(home)], place)).toBe('badge_required');
});

it('a First Nation has nobody above it', () => {
  for (const nation of ['HAIDA-FN-CA', 'SAMI-FN-NO', 'MAORI-FN-NZ']) expect(registry.require(nation)).toMatchObject({ parent: null, sovereign: nation });
});

it('no combination of badges of other sovereigns gives authority, and within one exactly what comes from above', async () => {
  const ids = ['CA', 'CA-BC', 'CA-BC-VANCOUVER', 'HAIDA-FN-CA', 'HAIDA-FN-CA-MASSETT', 'CREE-FN-CA', 'NO', 'SAMI-FN-NO', 'DK', 'DK-COPENHAGEN'].filter((id) => registry.get(id));
  const territory = fc.constantFrom(...ids);
  const holding = fc.record({
    badge: fc.constantFrom(...Object.values(roleKeys), 'community-host'), level: fc.integer({ min: 1, max: 9 }), territory,
    awardedAt: fc.constant('2026-01-01T00:00:00.000Z'), expiresAt: fc.constantFrom(null, '2026-05-31T00:00:00.000Z', '2026-07-01T00:00:00.000Z'),
  });
  const above = (id: string): string[] => [id, ...(registry.require(id).parent === null ? [] : above(registry.require(id).parent!))];
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(territory, fc.array(holding, { maxLength: 12 }), territory, async (home, holdings, place) => {
      const found = await outcome(home, holdings, place);
      const isForeign = registry.require(home).sovereign !== registry.require(place).sovereign;
      const counts = holdings.some((one) => one.badge === roleKeys.manager && above(place).includes(one.territory) && (one.expiresAt === null || Date.parse(one.expiresAt) > now));
      if (counts && !isForeign) allowed++;
      expect(found).toBe(isForeign ? 'territory_outside_authority' : counts ? 'allowed' : 'badge_required');
    }),
    { numRuns: runs },
  );
  expect(allowed).toBeGreaterThan(runs / 100);
});
