import { Controller, Inject, Module } from '@nestjs/common';
import { badge as badges, type Gate, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { evaluate, findCycle, type Obtaining } from '@unityplan/permissions';
import { CLOCK, REGISTRY, startService, type Clock, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { answerRest } from './answer-rest.ts';

/** What members hold, by id; tests put badges in. */
export const holdings = new Map<string, badges.Holding[]>();
/** Badges that exist here, with how they may be renewed and whether they can be given by hand. */
export const definitions = new Map<string, { state: 'draft' | 'active' | 'archived'; renewFromDays: number; byHand: boolean }>();
/** Published courses as ways to a badge; the test world reads them from the database. */
export const ways = { of: (_territory: string, _butCourse: string): Promise<Obtaining[]> => Promise.resolve([]) };
export const asked = { getHoldings: 0 };

/** Gives a badge from now on. */
export function give(memberId: string, badge: string, rest: Partial<badges.Holding> = {}): void {
  holdings.set(memberId, [...(holdings.get(memberId) ?? []), { badge, level: 1, territory: 'DK', awardedAt: '2026-01-01T00:00:00.000Z', expiresAt: null, ...rest }]);
}

@Controller()
class BadgeStandIn {
  constructor(
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(badges.getHoldings)
  getHoldings({ memberIds }: RpcInput<typeof badges.getHoldings>) {
    asked.getHoldings++;
    return { holders: memberIds.map((memberId) => ({ memberId, holdings: holdings.get(memberId) ?? [] })) };
  }

  @Answers(badges.checkAccess)
  checkAccess({ memberId, place, gate }: RpcInput<typeof badges.checkAccess>) {
    const verdict = evaluate(gate as Gate, { signedIn: memberId !== null, holdings: holdings.get(memberId ?? '') ?? [] }, { place, places: this.registry, now: this.clock() });
    return {
      allowed: verdict.allowed, needs: verdict.needs, until: verdict.until === null ? null : new Date(verdict.until).toISOString(),
      lacking: verdict.lacks.map((lack) => ({ ...lack, name: nameOf(lack.badge), course: null })),
    };
  }

  @Answers(badges.describeBadges)
  describeBadges(input: RpcInput<typeof badges.describeBadges>) {
    const found = input.badges.flatMap((badge) => {
      const known = definitions.get(badge);
      return known ? [{ badge, name: nameOf(badge), about: nameOf(badge), level: 1, icon: 'book' as const, colour: 'blue' as const, scope: 'territory' as const, state: known.state, courses: [], renewFromDays: known.renewFromDays }] : [];
    });
    return { badges: found };
  }

  @Answers(badges.findCycle)
  async findCycle({ courseId, name, gives, needs }: RpcInput<typeof badges.findCycle>, context: AnswerContext) {
    const free = new Set([...definitions].flatMap(([badge, { byHand }]) => (byHand ? [badge] : [])));
    return { cycle: findCycle([{ name, gives, needs: needs as Gate | null }, ...(await ways.of(context.territory, courseId))], free) ?? null };
  }
}
answerRest(BadgeStandIn, 'badge', badges.getHoldings, badges.checkAccess, badges.describeBadges, badges.findCycle);

@Module({ controllers: [BadgeStandIn] })
class BadgeStandInModule {}

/** Answers for the badge service over real NATS, with the evaluator that it uses. */
export function startBadgeStandIn(options: Omit<ServiceOptions, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'badge', module: BadgeStandInModule });
}

function nameOf(badge: string): { en: string; da: string } {
  return { en: `Badge ${badge}`, da: `Emblem ${badge}` };
}
