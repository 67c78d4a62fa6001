import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, CONFIG, DB, LOGGER, REGISTRY, type Clock } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { ForumDb } from '../db/schema.ts';
import type { ForumConfig } from '../forum.config.ts';
import { keptTables, RetentionRepository } from './retention.repository.ts';

const chunk = 5_000;

/** Forgets answers to repeated requests, vote counts of past days and abandoned drafts, in small transactions, one territory after the other. */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private running: Promise<void> | undefined;

  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly repository: RetentionRepository,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CONFIG) private readonly config: ForumConfig,
    @Inject(CLOCK) private readonly clock: Clock,
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
        for (const table of keptTables) while (!this.stopped && (await this.forget(id, table)) === chunk);
      } catch (error) {
        this.log.warn({ err: error, territory: id }, 'old rows stay for now');
      }
    }
  }

  private forget(territory: string, table: (typeof keptTables)[number]): Promise<number> {
    return this.db.transact(territory, (tx) => this.repository.forgetOld(tx, table, new Date(this.clock()), chunk));
  }
}
