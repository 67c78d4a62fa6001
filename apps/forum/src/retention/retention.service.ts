import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, CONFIG, DB, Upkeep, type Clock } from '@unityplan/service-kit';
import type { ForumDb } from '../db/schema.ts';
import type { ForumConfig } from '../forum.config.ts';
import { keptTables, RetentionRepository } from './retention.repository.ts';

const chunk = 5_000;

/** Forgets vote counts of past days and abandoned drafts, in small transactions. */
@Injectable()
export class Retention {
  /** One round over the pod's territories, now. */
  readonly run: () => Promise<void>;

  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly repository: RetentionRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) config: ForumConfig,
    upkeep: Upkeep,
  ) {
    this.run = upkeep.add({ everyMs: config.cleanupEveryMs, failed: 'old rows stay for now', work: (territory, signal) => this.forgetIn(territory, signal) });
  }

  private async forgetIn(territory: string, signal: AbortSignal): Promise<void> {
    for (const table of keptTables) while (!signal.aborted && (await this.forget(territory, table)) === chunk);
  }

  private forget(territory: string, table: (typeof keptTables)[number]): Promise<number> {
    return this.db.transact(territory, (tx) => this.repository.forgetOld(tx, table, new Date(this.clock()), chunk));
  }
}
