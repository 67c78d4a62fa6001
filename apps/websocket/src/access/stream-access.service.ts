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
/** Everyone who wants one stream, and its rule when it was last looked at, as text. */
interface Watch {
  readonly territory: string;
  readonly stream: string;
  readonly all: Set<Watched>;
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
  private rounds = 0;

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
    const watch = this.byStream.get(streamKey) ?? { territory, stream, all: new Set(), rule: undefined };
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

  /** Whoever depends on badges is looked at every time; rules themselves every few times. */
  private round(): void {
    const members = new Map<string, Set<string>>();
    const gated = [...this.byStream.values()].flatMap(({ all }) => [...all].filter((one) => one.gated));
    for (const { watcher } of gated) if (watcher.memberId !== null) members.set(watcher.territory, (members.get(watcher.territory) ?? new Set()).add(watcher.memberId));
    // Asked anew, and all together: each decision then finds its member among the known.
    const known = Promise.all([...members].map(([territory, ids]) => this.permissions.holders(territory, [...ids], 0))).catch(() => undefined);
    void known.then(() => gated.forEach((one) => void (one.watch.all.has(one) && this.decide(one))));
    if (++this.rounds % Math.max(1, Math.round(this.config.placesFreshMs / this.config.accessEveryMs)) === 0) for (const watch of this.byStream.values()) void this.compare(watch);
  }

  /** In case it was not heard that a category or topic changed. */
  private async compare(watch: Watch): Promise<void> {
    const place = await this.places.of(watch.territory, watch.stream).catch(() => undefined);
    if (place && JSON.stringify(place.read) !== watch.rule) this.again(watch);
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
      watch.rule = place && JSON.stringify(place.read);
      if (!place) return { said: stream_refused.code, gated: false };
      const { allowed } = await this.permissions.check(territory, memberId ?? undefined, place.read);
      return { said: allowed ? 'open' : badge_required.code, gated: isGated(place.read) };
    } catch {
      return { said: commonErrors.service_unavailable.code, gated: true };
    }
  }
}

function isGated(gate: Gate): boolean {
  return gate.rule !== 'everyone';
}
