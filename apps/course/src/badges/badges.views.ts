import { Inject, Injectable } from '@nestjs/common';
import { badge as badges, type RpcOutput } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import type { Verdict } from '@unityplan/permissions';
import { LastKnown, LOGGER } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';

export type DescribedBadge = RpcOutput<typeof badges.describeBadges>['badges'][number];

/** What badges are called and which courses give them, asked of the badge service for a whole page at once and remembered for a minute. */
@Injectable()
export class Badges {
  private readonly badges: LastKnown<DescribedBadge>;

  constructor(rpc: RpcClient, @Inject(LOGGER) log: Logger) {
    this.badges = new LastKnown({
      ask: async (territory, keys) => new Map((await rpc.call(badges.describeBadges, territory, { badges: keys })).badges.map((one) => [one.badge, one])),
      away: (error) => log.warn({ err: error }, 'the badge service is away; badges are shown as last known'),
      mostPerCall: 100,
      mostKept: 5_000,
    });
  }

  /** The badges that exist, by key, as they are now. Throws `service_unavailable` while the badge service is away. */
  existing(territory: string, keys: readonly string[]): Promise<Map<string, DescribedBadge>> {
    return this.badges.current(territory, keys);
  }

  /** The same from memory where it is fresh; what cannot be looked up now is as it was known last, or left out. */
  of(territory: string, keys: Iterable<string>): Promise<Map<string, DescribedBadge>> {
    return this.badges.of(territory, keys);
  }

  /** Verdicts as people read them: with names, and the course that gives what is missing. One question for all. */
  async explained(territory: string, verdicts: readonly Verdict[]): Promise<badges.AccessVerdict[]> {
    const described = await this.of(territory, verdicts.flatMap(({ lacks }) => lacks.map(({ badge }) => badge)));
    return verdicts.map(({ allowed, until, needs, lacks }) => ({
      allowed, needs, until: until === null ? null : new Date(until).toISOString(),
      lacking: lacks.map((lack) => ({ ...lack, name: described.get(lack.badge)?.name ?? { en: lack.badge, da: lack.badge }, course: described.get(lack.badge)?.courses[0] ?? null })),
    }));
  }

  /** The next question asks again. */
  forget(territory: string): void {
    this.badges.forgetAll(territory);
  }
}
