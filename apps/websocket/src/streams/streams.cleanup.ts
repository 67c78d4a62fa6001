import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, DB, LOGGER, REGISTRY, repeatedly, visitInTurn } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryDb, TerritoryRegistry } from '@unityplan/territory';
import type { WebsocketDb } from '../db/schema.ts';
import type { WebsocketConfig } from '../websocket.config.ts';
import { StreamsRepository } from './streams.repository.ts';

const chunk = 5_000;
const noEnd = new AbortController().signal;

/** Forgets entries past their time, in small transactions, one territory after the other. */
@Injectable()
export class StreamsCleanup implements OnApplicationBootstrap, OnModuleDestroy {
  private stop = () => Promise.resolve();

  constructor(
    @Inject(DB) private readonly db: TerritoryDb<WebsocketDb>,
    private readonly repository: StreamsRepository,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CONFIG) private readonly config: WebsocketConfig,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeatedly(this.config.cleanupEveryMs, (signal) => this.run(signal));
  }
  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /** One round over the pod's territories. */
  run(signal: AbortSignal = noEnd): Promise<void> {
    return visitInTurn(this.registry.served(this.config.podId), (id) => this.forgetIn(id, signal), { signal });
  }

  private async forgetIn(territory: string, signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted && (await this.db.transact(territory, (tx) => this.repository.forgetOld(tx, this.config.keepDays, chunk))) === chunk);
    } catch (error) {
      this.log.warn({ err: error, territory }, 'old entries stay for now');
    }
  }
}
