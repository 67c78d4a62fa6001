import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, DB, Upkeep } from '@unityplan/service-kit';
import type { WebsocketDb } from '../db/schema.ts';
import type { WebsocketConfig } from '../websocket.config.ts';
import { StreamsRepository } from './streams.repository.ts';

const chunk = 5_000;

/** Forgets entries past their time, in small transactions. */
@Injectable()
export class StreamsCleanup {
  constructor(
    @Inject(DB) private readonly db: WebsocketDb,
    private readonly repository: StreamsRepository,
    @Inject(CONFIG) private readonly config: WebsocketConfig,
    upkeep: Upkeep,
  ) {
    upkeep.add({ everyMs: config.cleanupEveryMs, failed: 'old entries stay for now', work: (territory, signal) => this.forgetIn(territory, signal) });
  }

  private async forgetIn(territory: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.db.transact(territory, (tx) => this.repository.forgetOld(tx, this.config.keepDays, chunk))) === chunk);
  }
}
