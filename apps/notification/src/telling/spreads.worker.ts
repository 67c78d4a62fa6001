import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import type { NotificationDb } from '../db/schema.ts';
import { Workers } from '../jobs/workers.ts';
import { SpreadingService } from './spreading.service.ts';

/** Tells watchers of posts in the background, territory by territory: at once when woken, and by a slow sweep what a killed process left. */
@Injectable()
export class SpreadsWorker {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly spreading: SpreadingService,
    workers: Workers,
  ) {
    workers.add('spreads', 15_000, (territory, stopping) => this.round(territory, stopping));
  }

  private async round(territory: string, stopping: () => boolean): Promise<void> {
    while (!stopping()) {
      const due = await this.db.read(territory, (reader) =>
        reader.selectFrom('spreads').selectAll().where('done_at', 'is', null).where('next_at', '<=', new Date(this.clock())).orderBy('next_at').limit(1).executeTakeFirst());
      if (!due) return;
      // Chunk by chunk of the oldest, so that a crash costs one chunk, and another spread never waits for longer than this one.
      if (!(await this.spreading.tellSome(territory, due))) return;
    }
  }
}
