import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, CONFIG, DB, LOGGER, REGISTRY, repeatedly, visitInTurn, type Clock } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { ForumDb } from '../db/schema.ts';
import type { ForumConfig } from '../forum.config.ts';
import { keptTables, RetentionRepository } from './retention.repository.ts';

const chunk = 5_000;
const noEnd = new AbortController().signal;

/** Forgets answers to repeated requests, vote counts of past days and abandoned drafts, in small transactions, one territory after the other. */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnModuleDestroy {
  private stop = () => Promise.resolve();

  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly repository: RetentionRepository,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CONFIG) private readonly config: ForumConfig,
    @Inject(CLOCK) private readonly clock: Clock,
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
      for (const table of keptTables) while (!signal.aborted && (await this.forget(territory, table)) === chunk);
    } catch (error) {
      this.log.warn({ err: error, territory }, 'old rows stay for now');
    }
  }

  private forget(territory: string, table: (typeof keptTables)[number]): Promise<number> {
    return this.db.transact(territory, (tx) => this.repository.forgetOld(tx, table, new Date(this.clock()), chunk));
  }
}
