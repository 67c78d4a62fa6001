import type { badge, Gate, RpcInput } from '@unityplan/contracts';
import { standIn } from '@unityplan/testing';

/** Badges by member, as the badge service would know them; tests put them in. */
export const holdings = new Map<string, badge.Holding[]>();
/** Badges that are defined. */
export const defined = new Set(['moderator', 'territory-manager', 'community-host']);
/** Calls that arrived, so that a test can see how often the forum asks. */
export const badgeCalls = { getHoldings: 0, checkAccess: 0 };

const course = { courseId: '01900000-0000-7000-8000-000000000028', slug: 'hosting', title: { en: 'Hosting', da: 'Vært' } };
const texts = { en: 'A badge', da: 'Et emblem' };

/** Kinds of rule that the tests of the forum use; the whole evaluator is proven in tools/gates. */
function opens(gate: Gate, held: readonly string[], signedIn: boolean): boolean {
  if (gate.rule === 'everyone') return true;
  if (gate.rule === 'member') return signedIn;
  if (gate.rule === 'badge') return signedIn && held.includes(gate.badge);
  const open = gate.of.filter((one) => opens(one, held, signedIn)).length;
  return open >= (gate.rule === 'all' ? gate.of.length : gate.rule === 'any' ? 1 : gate.count);
}
const badgesIn = (gate: Gate): string[] => (gate.rule === 'badge' ? [gate.badge] : 'of' in gate ? gate.of.flatMap(badgesIn) : []);

export const startBadgeStandIn = standIn('badge', {
  get_holdings: ({ memberIds }: RpcInput<typeof badge.getHoldings>) => {
    badgeCalls.getHoldings++;
    return { holders: memberIds.map((memberId) => ({ memberId, holdings: holdings.get(memberId) ?? [] })) };
  },
  check_access: ({ memberId, gate }: RpcInput<typeof badge.checkAccess>) => {
    badgeCalls.checkAccess++;
    const held = (memberId ? (holdings.get(memberId) ?? []) : []).map((one) => one.badge);
    const allowed = opens(gate, held, memberId !== null);
    const lacking = allowed ? [] : badgesIn(gate).filter((key) => !held.includes(key));
    return {
      allowed, until: null, needs: gate.rule === 'any' ? 'one' : 'all',
      lacking: lacking.map((key) => ({ badge: key, name: { en: key, da: key }, level: 1, reason: 'missing', expiredAt: null, course: key === 'community-host' ? course : null })),
    };
  },
  describe_badges: ({ badges }: RpcInput<typeof badge.describeBadges>) => ({
    badges: badges.filter((key) => defined.has(key)).map((key) => ({ badge: key, name: texts, about: texts, level: 1, icon: 'host', colour: 'teal', scope: 'global', state: 'active', courses: [] })),
  }),
});
