import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { commonErrors, Problem, type event, type RouteAnswer } from '@unityplan/contracts';
import { CLOCK, CONFIG, DB, LOGGER, REGISTRY, type Clock } from '@unityplan/service-kit';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { EventDb } from '../db/schema.ts';
import type { EventConfig } from '../event.config.ts';
import { AuditRepository } from './audit.repository.ts';
import { CheckpointKey, type Checkpoint } from './checkpoint-key.ts';
import { makeCheckpoint } from './make-checkpoint.ts';

/** Signed statements about the trail's end, for witnesses outside. */
@Injectable()
export class Checkpoints implements OnModuleDestroy {
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly repository: AuditRepository,
    @Inject(DB) private readonly db: EventDb,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CONFIG) private readonly config: EventConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleDestroy(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
  }

  /** With the key to check it by. Throws not_found while there is none. */
  async newest(territory: string): Promise<RouteAnswer<typeof event.getCheckpoint>> {
    const found = await this.db.read(territory, (reader) => this.repository.newestCheckpoint(reader, territory));
    if (!found) throw new Problem(commonErrors.not_found);
    return { ...found, publicKey: this.publicKey(territory) };
  }

  /** What checks a territory's checkpoints. */
  publicKey(territory: string): string {
    return new CheckpointKey(this.config.podSecret, territory).published;
  }

  /** Has a checkpoint made in a moment, one for all that happens until then. */
  soon(territory: string): void {
    if (this.waiting.has(territory)) return;
    const timer = setTimeout(() => {
      this.waiting.delete(territory);
      this.make(territory).catch((error: unknown) => this.log.error({ err: error, territory }, 'no checkpoint was made'));
    }, this.config.checkpointSoonMs);
    this.waiting.set(territory, timer);
  }

  /** Signs where a trail ends now; undefined while it is empty. */
  make(territory: string): Promise<Checkpoint | undefined> {
    const key = new CheckpointKey(this.config.podSecret, territory);
    return this.db.transact(territory, (tx) => makeCheckpoint(this.repository.source(tx.db), key, new Date(this.clock())));
  }

  /** One round over the pod's territories; one that fails does not hold up the others. */
  async makeAll(signal: AbortSignal): Promise<void> {
    for (const { id } of this.registry.served(this.config.podId)) {
      if (signal.aborted) return;
      await this.make(id).catch((error: unknown) => this.log.error({ err: error, territory: id }, 'no checkpoint was made'));
    }
  }
}
