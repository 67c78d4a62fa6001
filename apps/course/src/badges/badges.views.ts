import { Inject, Injectable } from '@nestjs/common';
import { badge as badges, type RpcOutput } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import type { Verdict } from '@unityplan/permissions';
import { CLOCK, LOGGER, type Clock } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import QuickLRU from 'quick-lru';

export type DescribedBadge = RpcOutput<typeof badges.describeBadges>['badges'][number];
interface Known { readonly badge: DescribedBadge | undefined; readonly at: number }

const keepMs = 60_000;
const mostPerCall = 100;

/** What badges are called and which courses give them, asked of the badge service for a whole page at once and remembered for a minute. */
@Injectable()
export class Badges {
  private readonly known = new QuickLRU<string, Known>({ maxSize: 5_000 });

  constructor(
    private readonly rpc: RpcClient,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** The badges that exist, by key, as they are now. Throws `service_unavailable` while the badge service is away. */
  async existing(territory: string, keys: readonly string[]): Promise<Map<string, DescribedBadge>> {
    const found = new Map<string, DescribedBadge>();
    const unique = [...new Set(keys)];
    const at = this.clock();
    for (let i = 0; i < unique.length; i += mostPerCall) {
      const part = unique.slice(i, i + mostPerCall);
      const answer = await this.rpc.call(badges.describeBadges, territory, { badges: part });
      for (const one of answer.badges) found.set(one.badge, one);
      for (const key of part) this.known.set(`${territory} ${key}`, { badge: found.get(key), at });
    }
    return found;
  }

  /** The same from memory where it is fresh; what cannot be looked up now is as it was known last, or left out. */
  async of(territory: string, keys: Iterable<string>): Promise<Map<string, DescribedBadge>> {
    const found = new Map<string, DescribedBadge>();
    const stale: string[] = [];
    for (const key of new Set(keys)) {
      const known = this.known.get(`${territory} ${key}`);
      if (known?.badge) found.set(key, known.badge);
      if (!known || this.clock() - known.at > keepMs) stale.push(key);
    }
    if (stale.length === 0) return found;
    try {
      return new Map([...found, ...(await this.existing(territory, stale))]);
    } catch (error) {
      this.log.warn({ err: error }, 'the badge service is away; badges are shown as last known');
      return found;
    }
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
    for (const key of [...this.known.keys()]) if (key.startsWith(`${territory} `)) this.known.delete(key);
  }
}
