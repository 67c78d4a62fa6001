import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { badge as badges, commonErrors, forum, websocket, type Gate } from '@unityplan/contracts';
import { Broadcasts } from '@unityplan/messaging';
import { CONFIG, Permissions } from '@unityplan/service-kit';
import type { WebsocketConfig } from '../websocket.config.ts';
import { Places } from './places.views.ts';

/** Someone who wants to follow a stream, and is told each time whether they may. */
export interface Watcher {
  readonly territory: string;
  readonly stream: string;
  readonly memberId: string | null;
  open(): void;
  close(code: string): void;
}
/** Everyone who wants one stream, and its rule when it was last looked at, also as text. */
interface Watch {
  readonly territory: string;
  readonly stream: string;
  readonly all: Set<Watched>;
  read: Gate | undefined;
  rule: string | undefined;
}
interface Watched {
  readonly watcher: Watcher;
  readonly watch: Watch;
  /** Undefined until the first decision; then `open` or the code of the refusal. */
  said: string | undefined;
  /** Whether badges decide, as far as is known. */
  gated: boolean;
  /** Counts decisions begun: of two under way only the later one counts. */
  asked: number;
}
const { badge_required } = badges.badgeErrors;
const { stream_refused } = websocket.websocketErrors;

/**
 * Decides who may follow what, and goes on deciding: at once when a member's badges, a category or a topic change, and within a second
 * in any case, because broadcasts may be lost and badges end. Whoever cannot be decided about is refused until it is known.
 */
@Injectable()
export class StreamAccess implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly byStream = new Map<string, Watch>();
  private readonly byMember = new Map<string, Set<Watched>>();
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly places: Places,
    private readonly permissions: Permissions,
    private readonly broadcasts: Broadcasts,
    @Inject(CONFIG) private readonly config: WebsocketConfig,
  ) {}

  onApplicationBootstrap(): void {
    const timer = setInterval(() => this.round(), this.config.accessEveryMs);
    this.stops.push(
      () => clearInterval(timer),
      this.permissions.onChange((territory, memberId) => this.memberChanged(territory, memberId)),
      this.broadcasts.on(forum.categoryChanged, ({ territory, payload }) => this.categoryChanged(territory, payload.categoryId)),
      this.broadcasts.on(forum.topicChanged, ({ territory, payload }) => this.topicChanged(territory, payload.topicId)),
    );
  }
  onModuleDestroy(): void {
    for (const stop of this.stops) stop();
  }

  /** Tells a watcher whether it may follow, now and whenever that changes, until what this answers is called. */
  watch(watcher: Watcher): () => void {
    const { territory, stream, memberId } = watcher;
    const [streamKey, memberKey] = [`${territory} ${stream}`, `${territory} ${memberId}`];
    const watch = this.byStream.get(streamKey) ?? { territory, stream, all: new Set(), read: undefined, rule: undefined };
    const one: Watched = { watcher, watch, said: undefined, gated: true, asked: 0 };
    this.byStream.set(streamKey, watch);
    watch.all.add(one);
    const own = this.byMember.get(memberKey) ?? new Set();
    if (memberId !== null) this.byMember.set(memberKey, own.add(one));
    void this.decide(one);
    return () => {
      one.asked++;
      if (watch.all.delete(one) && watch.all.size === 0) this.byStream.delete(streamKey);
      if (own.delete(one) && own.size === 0) this.byMember.delete(memberKey);
    };
  }

  private memberChanged(territory: string, memberId: string): void {
    for (const one of this.byMember.get(`${territory} ${memberId}`) ?? []) if (one.gated) void this.decide(one);
  }
  /** A category's rules may be others. */
  categoryChanged(territory: string, categoryId: string): void {
    for (const stream of new Set([...this.places.forgetCategory(territory, categoryId), `category:${categoryId}`])) this.again(this.byStream.get(`${territory} ${stream}`));
  }
  /** A topic may be in another category. */
  topicChanged(territory: string, topicId: string): void {
    this.places.forgetTopic(territory, topicId);
    this.again(this.byStream.get(`${territory} topic:${topicId}`));
  }

  /** Whoever depends on badges is looked at every time, and whoever could not be decided about; rules are asked about again as they grow old. */
  private round(): void {
    const members = new Map<string, Set<string>>();
    for (const watch of this.byStream.values()) {
      for (const one of watch.all) {
        if (!one.gated) continue;
        const { territory, memberId } = one.watcher;
        if (memberId !== null) members.set(territory, (members.get(territory) ?? new Set()).add(memberId));
        else if (one.said !== badge_required.code) void this.decide(one);
      }
      void this.compare(watch);
    }
    for (const [territory, ids] of members) void this.recheck(territory, [...ids]);
  }

  /** Asks anew about many members together, and decides again only for those about whom something else would be said now. */
  private async recheck(territory: string, memberIds: readonly string[]): Promise<void> {
    const holders = await this.permissions.holders(territory, memberIds, 0).catch(() => undefined);
    for (const memberId of memberIds)
      for (const one of this.byMember.get(`${territory} ${memberId}`) ?? []) {
        const { read } = one.watch;
        const holder = holders?.get(memberId);
        if (!one.gated || (holder && read && saidOf(this.permissions.decide(read, holder, territory)) === one.said)) continue;
        void this.decide(one);
      }
  }

  /** In case it was not heard that a category or topic changed, or nobody can tell any more. */
  private async compare(watch: Watch): Promise<void> {
    const place = await this.places.of(watch.territory, watch.stream).catch(() => 'unknown' as const);
    if (place === 'unknown' || (place && place.read !== watch.read && JSON.stringify(place.read) !== watch.rule)) this.again(watch);
  }

  private again(watch: Watch | undefined): void {
    for (const one of watch?.all ?? []) void this.decide(one);
  }

  private async decide(one: Watched): Promise<void> {
    const turn = ++one.asked;
    const { said, gated } = await this.verdict(one);
    if (one.asked !== turn) return;
    one.gated = gated;
    if (said === one.said) return;
    one.said = said;
    if (said === 'open') one.watcher.open();
    else one.watcher.close(said);
  }

  private async verdict({ watcher: { territory, stream, memberId }, watch }: Watched): Promise<{ said: string; gated: boolean }> {
    try {
      const place = await this.places.of(territory, stream);
      if (watch.read !== place?.read) {
        watch.read = place?.read;
        watch.rule = place && JSON.stringify(place.read);
      }
      if (!place) return { said: stream_refused.code, gated: false };
      return { said: saidOf(await this.permissions.check(territory, memberId ?? undefined, place.read)), gated: isGated(place.read) };
    } catch {
      return { said: commonErrors.service_unavailable.code, gated: true };
    }
  }
}

function saidOf({ allowed }: { readonly allowed: boolean }): string {
  return allowed ? 'open' : badge_required.code;
}

function isGated(gate: Gate): boolean {
  return gate.rule !== 'everyone';
}
