import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import type { NotificationDb } from '../db/schema.ts';
import { Workers } from '../jobs/workers.ts';
import { SpreadingService } from './spreading.service.ts';

const tryAgainMs = 15_000;

/** Tells watchers of posts in the background, territory by territory: at once when woken, and later what a killed process left. */
@Injectable()
export class SpreadsWorker {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly spreading: SpreadingService,
    private readonly workers: Workers,
  ) {
    workers.add('spreads', (territory, stopping) => this.round(territory, stopping));
  }

  private async round(territory: string, stopping: () => boolean): Promise<void> {
    while (!stopping()) {
      const due = await this.db.read(territory, (reader) =>
        reader.selectFrom('spreads').selectAll().where('done_at', 'is', null).orderBy('next_at').limit(1).executeTakeFirst());
      if (!due) return;
      const inMs = due.next_at.getTime() - this.clock();
      if (inMs > 0) return this.workers.wake('spreads', territory, inMs);
      // Chunk by chunk of the oldest, so that a crash costs one chunk, and another spread never waits for longer than this one.
      if (!(await this.spreading.tellSome(territory, due))) return this.workers.wake('spreads', territory, tryAgainMs);
    }
  }
}
