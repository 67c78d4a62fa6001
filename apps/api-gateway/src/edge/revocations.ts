import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { Broadcasts, RpcClient } from '@unityplan/messaging';
import { accessTokenSeconds, CONFIG, LOGGER, REGISTRY } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { ApiGatewayConfig } from '../api-gateway.config.ts';
import { Identities } from './identity.ts';

const firstRetryMs = 500;
/** After this time no token lives that was believed before. */
const inUseMs = accessTokenSeconds * 1000;

/**
 * Keeps the door's knowledge of ended sessions current: told at once, and asked for now and then in the territories whose tokens it sees,
 * before the first of them passes. A territory that nobody is signed in to costs nothing.
 */
@Injectable()
export class Revocations implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  /** When the last new token of a territory was seen, and when auth last told of what ended there. */
  private readonly seenAt = new Map<string, number>();
  private readonly askedAt = new Map<string, number>();
  private stopHearing = () => undefined as void;

  constructor(
    private readonly identities: Identities,
    private readonly rpc: RpcClient,
    private readonly broadcasts: Broadcasts,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(CONFIG) private readonly config: ApiGatewayConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.stopHearing = this.broadcasts.on(auth.sessionEnded, ({ payload }) => this.identities.endSession(payload.sessionId));
    this.identities.beforeFirst = (territory) => this.seen(territory);
    void this.keepAsking(firstRetryMs);
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.stopHearing();
  }

  /** Asks auth for what was missed. Until it has answered once, again soon: auth may start after us. */
  private async keepAsking(retryMs: number): Promise<void> {
    const complete = await this.askAll().then(() => true, (error: unknown) => {
      this.log.debug({ err: error }, 'revoked sessions are not known yet');
      return false;
    });
    if (this.stopped) return;
    // A token may have been seen meanwhile, and have asked for another round.
    clearTimeout(this.timer);
    const wait = complete ? this.config.revocationsEveryMs : Math.min(retryMs, this.config.revocationsEveryMs);
    this.timer = setTimeout(() => void this.keepAsking(Math.min(retryMs * 2, 10_000)), wait);
  }

  private async askAll(): Promise<void> {
    for (const { id } of this.registry.served(this.config.podId)) {
      const seenAt = this.seenAt.get(id);
      if (seenAt !== undefined && performance.now() - seenAt <= inUseMs) await this.ask(id);
    }
  }

  /** A new token: what ended in its territory must be known, unless it was asked for lately. While auth is away that waits until it is back. */
  private seen(territory: string): Promise<void> | void {
    const now = performance.now();
    this.seenAt.set(territory, now);
    if (now - (this.askedAt.get(territory) ?? -Infinity) < this.config.revocationsEveryMs) return;
    return this.ask(territory).catch(() => {
      clearTimeout(this.timer);
      if (!this.stopped) this.timer = setTimeout(() => void this.keepAsking(firstRetryMs), firstRetryMs);
    });
  }

  private async ask(territory: string): Promise<void> {
    const at = performance.now();
    const { sessionIds } = await this.rpc.call(auth.revokedSessions, territory, {});
    for (const sessionId of sessionIds) this.identities.endSession(sessionId);
    this.askedAt.set(territory, at);
  }
}
