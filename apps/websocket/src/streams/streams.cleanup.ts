import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, DB, LOGGER, REGISTRY } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryDb, TerritoryRegistry } from '@unityplan/territory';
import type { WebsocketDb } from '../db/schema.ts';
import type { WebsocketConfig } from '../websocket.config.ts';
import { StreamsRepository } from './streams.repository.ts';

const chunk = 5_000;

/** Forgets entries past their time, in small transactions, one territory after the other. */
@Injectable()
export class StreamsCleanup implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private running: Promise<void> | undefined;

  constructor(
    @Inject(DB) private readonly db: TerritoryDb<WebsocketDb>,
    private readonly repository: StreamsRepository,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CONFIG) private readonly config: WebsocketConfig,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    // Spread, so that processes started together do not work together.
    this.timer = setInterval(() => void (this.running ??= this.run().finally(() => (this.running = undefined))), this.config.cleanupEveryMs * (0.9 + Math.random() * 0.2));
  }
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** One round over the pod's territories. */
  async run(): Promise<void> {
    for (const { id } of this.registry.served(this.config.podId)) {
      try {
        while (!this.stopped && (await this.db.transact(id, (tx) => this.repository.forgetOld(tx, this.config.keepDays, chunk))) === chunk);
      } catch (error) {
        this.log.warn({ err: error, territory: id }, 'old entries stay for now');
      }
    }
  }
}
