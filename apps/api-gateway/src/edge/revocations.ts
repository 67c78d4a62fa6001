import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { Broadcasts, RpcClient } from '@unityplan/messaging';
import { CONFIG, LOGGER, REGISTRY } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { ApiGatewayConfig } from '../api-gateway.config.ts';
import { Identities } from './identity.ts';

const firstRetryMs = 500;

/** Keeps the door's knowledge of ended sessions current: told at once, and asked for at start and now and then. */
@Injectable()
export class Revocations implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
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
    void this.keepAsking(firstRetryMs);
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.stopHearing();
  }

  /** Asks auth for what was missed. Until it has answered once, again soon: auth may start after us. */
  private async keepAsking(retryMs: number): Promise<void> {
    const complete = await this.askAll().catch((error: unknown) => {
      this.log.debug({ err: error }, 'revoked sessions are not known yet');
      return false;
    });
    if (this.stopped) return;
    const wait = complete ? this.config.revocationsEveryMs : Math.min(retryMs, this.config.revocationsEveryMs);
    this.timer = setTimeout(() => void this.keepAsking(Math.min(retryMs * 2, 10_000)), wait);
  }

  private async askAll(): Promise<boolean> {
    for (const { id } of this.registry.served(this.config.podId)) {
      const { sessionIds } = await this.rpc.call(auth.revokedSessions, id, {});
      for (const sessionId of sessionIds) this.identities.endSession(sessionId);
    }
    return true;
  }
}
