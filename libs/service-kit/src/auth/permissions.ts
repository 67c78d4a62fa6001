import { badge as badges, commonErrors, Problem, type Gate } from '@unityplan/contracts';
import type { Broadcasts, RpcClient } from '@unityplan/messaging';
import { evaluate, sayMissing, sayWay, type Holder, type Verdict } from '@unityplan/permissions';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import QuickLRU from 'quick-lru';
import type { Clock } from '../kit.ts';

/**
 * No decision rests on older knowledge than this while the badge service answers, also when a broadcast was lost: with the time
 * that asking takes, a change is felt within a second.
 */
const freshMs = 800;
/** While the badge service is away, what was known last counts for this long: no new rights, and nobody locked out at once. */
const staleMs = 60_000;
/** After it failed to answer, those who are known are not kept waiting for it each time. */
const spareMs = 500;
const mostHolders = 20_000;
const mostPerCall = 500;

const guest: Holder = { signedIn: false, holdings: [] };
const noBadges: Holder = { signedIn: true, holdings: [] };
interface Known { readonly holder: Holder; readonly at: number }

export interface PermissionsParts {
  readonly rpc: RpcClient;
  readonly broadcasts: Broadcasts;
  readonly registry: TerritoryRegistry;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Decides who may do what, in every service, by the one evaluator. Knows members' badges for a moment, forgets them the moment
 * they change, and asks the badge service itself before anyone is refused.
 */
export class Permissions {
  private readonly known = new QuickLRU<string, Known>({ maxSize: mostHolders });
  private readonly asking = new Map<string, Promise<Holder>>();
  private readonly listeners = new Set<(territory: string, memberId: string) => void>();
  private readonly parts: PermissionsParts;
  private failedAt = -Infinity;

  constructor(parts: PermissionsParts) {
    this.parts = parts;
  }

  /** Begins to hear of changes; what it answers ends that. */
  listen(): () => void {
    const { badgeAwarded, badgeRevoked, badgeExpired } = badges;
    const stops = [badgeAwarded, badgeRevoked, badgeExpired].map((event) => this.parts.broadcasts.on(event, ({ territory, payload }) => this.forget(territory, payload.memberId)));
    return () => stops.forEach((stop) => stop());
  }

  /** Calls `fn` whenever a member's badges changed. Answers how to stop. */
  onChange(fn: (territory: string, memberId: string) => void): () => void {
    this.listeners.add(fn);
    return () => this.listeners.delete(fn);
  }

  /** The next question asks the badge service. */
  forget(territory: string, memberId: string): void {
    this.known.delete(keyOf(territory, memberId));
    this.asking.delete(keyOf(territory, memberId));
    for (const fn of this.listeners) fn(territory, memberId);
  }

  /** Decides for a member (undefined: a guest) at a place, by default the territory itself. Throws service_unavailable when it cannot know. */
  async check(territory: string, memberId: string | undefined, gate: Gate, place = territory): Promise<Verdict> {
    return this.decide(gate, needsBadges(gate) ? await this.holder(territory, memberId) : memberId ? noBadges : guest, place);
  }

  /** The same for many gates at once, with one look at the member's badges. */
  async checkAll(territory: string, memberId: string | undefined, gates: readonly Gate[], place = territory): Promise<Verdict[]> {
    const holder = gates.some(needsBadges) ? await this.holder(territory, memberId) : memberId ? noBadges : guest;
    return gates.map((gate) => this.decide(gate, holder, place));
  }

  /** Refuses who may not: not_signed_in to a guest, else badge_required with what is missing and the way to it. */
  async require(territory: string, memberId: string | undefined, gate: Gate, place = territory): Promise<void> {
    if ((await this.check(territory, memberId, gate, place)).allowed) return;
    if (memberId === undefined) throw new Problem(commonErrors.not_signed_in);
    const verdict = await this.parts.rpc.call(badges.checkAccess, territory, { memberId, place, gate });
    if (!verdict.allowed) throw badgeRequired(verdict);
    // The badge came a moment ago.
    this.forget(territory, memberId);
  }

  /** Who someone is to the evaluator. Throws service_unavailable when the badge service is away and nothing is known. */
  holder(territory: string, memberId: string | undefined): Promise<Holder> {
    if (memberId === undefined) return Promise.resolve(guest);
    return this.holders(territory, [memberId]).then((holders) => holders.get(memberId)!);
  }

  /** The same for many members with few questions. What is known counts for `maxAgeMs`; 0 asks about everyone, in any case. */
  async holders(territory: string, memberIds: readonly string[], maxAgeMs = freshMs): Promise<Map<string, Holder>> {
    const found = new Map<string, Holder>();
    const waiting: Promise<void>[] = [];
    const unknown: string[] = [];
    const now = performance.now();
    for (const id of new Set(memberIds)) {
      const key = keyOf(territory, id);
      const known = this.known.get(key);
      if (maxAgeMs > 0 && known && now - known.at < (now - this.failedAt < spareMs ? staleMs : maxAgeMs)) found.set(id, known.holder);
      else if (maxAgeMs > 0 && this.asking.has(key)) waiting.push(this.asking.get(key)!.then((holder) => void found.set(id, holder)));
      else unknown.push(id);
    }
    for (let i = 0; i < unknown.length; i += mostPerCall) waiting.push(this.ask(territory, unknown.slice(i, i + mostPerCall), found));
    await Promise.all(waiting);
    return found;
  }

  /** What a gate says to someone, by what `holder` or `holders` answered. */
  decide(gate: Gate, holder: Holder, place: string): Verdict {
    return evaluate(gate, holder, { place, places: this.parts.registry, now: this.parts.clock() });
  }

  private async ask(territory: string, memberIds: string[], found: Map<string, Holder>): Promise<void> {
    const at = performance.now();
    const answer = this.parts.rpc.call(badges.getHoldings, territory, { memberIds }).then(({ holders }) => new Map(holders.map(({ memberId, holdings }) => [memberId, holdings])));
    answer.catch(() => (this.failedAt = performance.now()));
    const each = memberIds.map(async (id) => {
      const key = keyOf(territory, id);
      const one: Promise<Holder> = answer.then(
        (holdings) => {
          // A change that was heard of meanwhile has taken this question off the list: what it says may be older than the change.
          if (this.asking.get(key) !== one) return this.holder(territory, id);
          const holder = { signedIn: true, holdings: holdings.get(id) ?? [] };
          this.known.set(key, { holder, at });
          return holder;
        },
        (error: unknown) => this.lastKnown(key, error),
      );
      this.asking.set(key, one);
      try {
        found.set(id, await one);
      } finally {
        if (this.asking.get(key) === one) this.asking.delete(key);
      }
    });
    await Promise.all(each);
  }

  private lastKnown(key: string, error: unknown): Holder {
    const known = this.known.get(key);
    if (known && performance.now() - known.at < staleMs) return known.holder;
    this.parts.log.warn({ err: error }, 'the badge service is away; who holds what is not known');
    throw new Problem(commonErrors.service_unavailable);
  }
}

/** The refusal of a gate, with what is missing in words and as data. */
export function badgeRequired(verdict: badges.AccessVerdict): Problem {
  return new Problem(badges.badgeErrors.badge_required, { missing: sayMissing(verdict), way: sayWay(verdict), needs: verdict.needs, lacking: verdict.lacking });
}

function needsBadges(gate: Gate): boolean {
  return gate.rule === 'badge' || ('of' in gate && gate.of.some(needsBadges));
}
function keyOf(territory: string, memberId: string): string {
  return `${territory} ${memberId}`;
}
