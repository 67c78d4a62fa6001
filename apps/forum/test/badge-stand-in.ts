import { Controller, Module } from '@nestjs/common';
import { badge, type Gate, type RpcInput } from '@unityplan/contracts';
import { Answers } from '@unityplan/messaging';
import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';

/** Badges by member, as the badge service would know them; tests put them in. */
export const holdings = new Map<string, badge.Holding[]>();
/** Badges that are defined. */
export const defined = new Set(['moderator', 'territory-manager', 'community-host']);
/** Calls that arrived, so that a test can see how often the forum asks. */
export const badgeCalls = { getHoldings: 0, checkAccess: 0 };

const course = { courseId: '01900000-0000-7000-8000-000000000028', slug: 'hosting', title: { en: 'Hosting', da: 'Vært' } };

/** Kinds of rule that the tests of the forum use; the whole evaluator is proven elsewhere. */
function opens(gate: Gate, held: readonly string[], signedIn: boolean): boolean {
  if (gate.rule === 'everyone') return true;
  if (gate.rule === 'member') return signedIn;
  if (gate.rule === 'badge') return signedIn && held.includes(gate.badge);
  const open = gate.of.filter((one) => opens(one, held, signedIn)).length;
  return open >= (gate.rule === 'all' ? gate.of.length : gate.rule === 'any' ? 1 : gate.count);
}
const badgesIn = (gate: Gate): string[] => (gate.rule === 'badge' ? [gate.badge] : 'of' in gate ? gate.of.flatMap(badgesIn) : []);

@Controller()
class BadgeStandIn {
  @Answers(badge.getHoldings)
  getHoldings({ memberIds }: RpcInput<typeof badge.getHoldings>) {
    badgeCalls.getHoldings++;
    return { holders: memberIds.map((memberId) => ({ memberId, holdings: holdings.get(memberId) ?? [] })) };
  }

  @Answers(badge.checkAccess)
  checkAccess({ memberId, gate }: RpcInput<typeof badge.checkAccess>) {
    badgeCalls.checkAccess++;
    const held = (memberId ? (holdings.get(memberId) ?? []) : []).map((one) => one.badge);
    const allowed = opens(gate, held, memberId !== null);
    const lacking = badgesIn(gate).filter((key) => !held.includes(key));
    return {
      allowed, until: null, needs: gate.rule === 'any' ? ('one' as const) : ('all' as const),
      lacking: allowed ? [] : lacking.map((key) => ({ badge: key, name: { en: key, da: key }, level: 1, reason: 'missing' as const, expiredAt: null, course: key === 'community-host' ? course : null })),
    };
  }

  @Answers(badge.describeBadges)
  describeBadges({ badges }: RpcInput<typeof badge.describeBadges>) {
    const texts = { en: 'A badge', da: 'Et emblem' };
    return {
      badges: badges.filter((key) => defined.has(key)).map((key) => ({
        badge: key, name: texts, about: texts, level: 1, icon: 'host' as const, colour: 'teal' as const, scope: 'global' as const, state: 'active' as const, courses: [],
      })),
    };
  }

  // A service answers all its calls or does not start; the forum makes none of these.
  @Answers(badge.awardBadge)
  awardBadge() {
    return { awardId: course.courseId };
  }

  @Answers(badge.revokeBadge)
  revokeBadge() {
    return { awardIds: [] };
  }

  @Answers(badge.listAwards)
  listAwards() {
    return { awards: [] };
  }

  @Answers(badge.listRoleHolders)
  listRoleHolders() {
    return { memberIds: [] };
  }

  @Answers(badge.findCycle)
  findCycle() {
    return { cycle: null };
  }
}

@Module({ controllers: [BadgeStandIn] })
class BadgeStandInModule {}

/** Answers for the badge service over real NATS: a service's tests may not import another service. */
export function startBadgeStandIn(options: Omit<ServiceOptions, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'badge', module: BadgeStandInModule });
}
