import type { badge as badges, Gate, RpcInput } from '@unityplan/contracts';
import { evaluate, findCycle, type Obtaining, type Places } from '@unityplan/permissions';
import { standIn } from '@unityplan/testing';

/** What members hold, by id; tests put badges in. */
export const holdings = new Map<string, badges.Holding[]>();
/** Badges that exist here, with how they may be renewed and whether they can be given by hand. */
export const definitions = new Map<string, { state: 'draft' | 'active' | 'archived'; renewFromDays: number; byHand: boolean }>();
/** Published courses as ways to a badge; the test world reads them from the database. */
export const ways = { of: (_territory: string, _butCourse: string): Promise<Obtaining[]> => Promise.resolve([]) };
export const asked = { getHoldings: 0 };
/** The registry and the clock of the world around. */
export const surroundings: { places: Places; now: () => number } = { places: { get: (id) => ({ id, parent: null, sovereign: id }) }, now: Date.now };

/** Gives a badge from now on. */
export function give(memberId: string, badge: string, rest: Partial<badges.Holding> = {}): void {
  holdings.set(memberId, [...(holdings.get(memberId) ?? []), { badge, level: 1, territory: 'DK', awardedAt: '2026-01-01T00:00:00.000Z', expiresAt: null, ...rest }]);
}

/** The badge service, with the evaluator that it uses. */
export const startBadgeStandIn = standIn('badge', {
  get_holdings: ({ memberIds }: RpcInput<typeof badges.getHoldings>) => {
    asked.getHoldings++;
    return { holders: memberIds.map((memberId) => ({ memberId, holdings: holdings.get(memberId) ?? [] })) };
  },
  check_access: ({ memberId, place, gate }: RpcInput<typeof badges.checkAccess>) => {
    const { places, now } = surroundings;
    const verdict = evaluate(gate as Gate, { signedIn: memberId !== null, holdings: holdings.get(memberId ?? '') ?? [] }, { place, places, now: now() });
    return {
      allowed: verdict.allowed, needs: verdict.needs, until: verdict.until === null ? null : new Date(verdict.until).toISOString(),
      lacking: verdict.lacks.map((lack) => ({ ...lack, name: nameOf(lack.badge), course: null })),
    };
  },
  describe_badges: (input: RpcInput<typeof badges.describeBadges>) => {
    const found = input.badges.flatMap((badge) => {
      const known = definitions.get(badge);
      return known ? [{ badge, name: nameOf(badge), about: nameOf(badge), level: 1, icon: 'book', colour: 'blue', scope: 'territory', state: known.state, courses: [], renewFromDays: known.renewFromDays }] : [];
    });
    return { badges: found };
  },
  find_cycle: async ({ courseId, name, gives, needs }: RpcInput<typeof badges.findCycle>, { territory }) => {
    const free = new Set([...definitions].flatMap(([badge, { byHand }]) => (byHand ? [badge] : [])));
    return { cycle: findCycle([{ name, gives, needs: needs as Gate | null }, ...(await ways.of(territory, courseId))], free) ?? null };
  },
});

function nameOf(badge: string): { en: string; da: string } {
  return { en: `Badge ${badge}`, da: `Emblem ${badge}` };
}
