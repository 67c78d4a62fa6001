import { Inject, Injectable } from '@nestjs/common';
import { badge, badgesOf, forum, moderators, type Gate } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { evaluate } from '@unityplan/permissions';
import { CLOCK, LOGGER, Permissions, REGISTRY, type Clock } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import QuickLRU from 'quick-lru';

/** A category's gates are asked for anew after this also when no word of a change arrived. */
const keepMs = 10_000;

interface Gates {
  readonly read: Gate;
  readonly moderate: Gate;
}

/** Who may read or moderate where, for many members at once. Throws while the forum or the badge service is away and it must know. */
@Injectable()
export class Audience {
  private readonly known = new QuickLRU<string, Gates>({ maxSize: 2_000, maxAge: keepMs });

  constructor(
    private readonly rpc: RpcClient,
    private readonly permissions: Permissions,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Those of the members who may read a category; nobody when there is no such category. */
  async readers(territory: string, categoryId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    const gates = memberIds.length > 0 ? await this.gates(territory, categoryId) : undefined;
    return gates ? this.through(territory, gates.read, memberIds) : new Set();
  }

  /**
   * The same where telling must not wait: while nobody answers, everyone. What is told holds no text, and whoever shows or sends one
   * asks again.
   */
  async readersIfKnown(territory: string, categoryId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    try {
      return await this.readers(territory, categoryId, memberIds);
    } catch (error) {
      this.log.warn({ err: error }, 'who may read is not known at present; it is asked again when shown');
      return new Set(memberIds);
    }
  }

  /** Everyone who may moderate a category. */
  async moderators(territory: string, categoryId: string): Promise<ReadonlySet<string>> {
    const gates = await this.gates(territory, categoryId);
    if (!gates) return new Set();
    const { memberIds } = await this.rpc.call(badge.listRoleHolders, territory, { badges: badgesOf(gates.moderate).slice(0, 20) });
    return this.through(territory, gates.moderate, memberIds);
  }

  async mayModerate(territory: string, categoryId: string, memberId: string): Promise<boolean> {
    const gates = await this.gates(territory, categoryId);
    return gates !== undefined && (await this.through(territory, gates.moderate, [memberId])).has(memberId);
  }

  /** The next question asks the forum. */
  forget(territory: string, categoryId: string): void {
    this.known.delete(`${territory} ${categoryId}`);
  }

  private async through(territory: string, gate: Gate, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (gate.rule === 'everyone' || gate.rule === 'member') return new Set(memberIds);
    const holders = await this.permissions.holders(territory, memberIds);
    const at = { place: territory, places: this.registry, now: this.clock() };
    return new Set(memberIds.filter((id) => evaluate(gate, holders.get(id)!, at).allowed));
  }

  private async gates(territory: string, categoryId: string): Promise<Gates | undefined> {
    const key = `${territory} ${categoryId}`;
    const known = this.known.get(key);
    if (known) return known;
    const { categories } = await this.rpc.call(forum.getPlaces, territory, { topicIds: [], categoryIds: [categoryId] });
    const category = categories[0];
    if (!category) return undefined;
    const gates = { read: category.read, moderate: category.moderate ?? moderators };
    this.known.set(key, gates);
    return gates;
  }
}
