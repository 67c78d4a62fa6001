import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import { CONFIG, LOGGER, REGISTRY } from './kit.ts';
import { repeatedly } from './repeatedly.ts';
import { visitInTurn } from './visit-in-turn.ts';

export interface UpkeepTask {
  readonly everyMs: number;
  /** And when the service starts: then without pauses between territories. */
  readonly atOnce?: boolean;
  /** What is said in the log when it fails in a territory; the next round tries again. */
  readonly failed: string;
  /** Small transactions, please: it ends early when `signal` aborts. */
  work(territory: string, signal: AbortSignal): Promise<void>;
}

const noEnd = new AbortController().signal;

/** Work that comes around by the clock in every open territory of the pod, one after the other. A service that has such work lists it among its providers. */
@Injectable()
export class Upkeep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly tasks: UpkeepTask[] = [];
  private stops: (() => Promise<void>)[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: { readonly podId: string },
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Adds a task while the service is being made. What it answers does one round now. */
  add(task: UpkeepTask): () => Promise<void> {
    this.tasks.push(task);
    return () => this.round(task, noEnd);
  }

  onApplicationBootstrap(): void {
    this.stops = this.tasks.map((task) => {
      let hurried = task.atOnce ?? false;
      return repeatedly(task.everyMs, (signal) => this.round(task, signal, hurried).finally(() => (hurried = false)), { atOnce: hurried });
    });
  }

  /** Begins nothing more and waits for what is in hand. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.stops.map((stop) => stop()));
  }

  private round(task: UpkeepTask, signal: AbortSignal, hurried = false): Promise<void> {
    const guarded = async (territory: string): Promise<void> => {
      // A round over many takes minutes, in which one may be closed.
      if (!this.registry.served(this.config.podId).some(({ id }) => id === territory)) return;
      try {
        await task.work(territory, signal);
      } catch (error) {
        this.log.warn({ err: error, territory }, task.failed);
      }
    };
    return visitInTurn(this.registry.served(this.config.podId), guarded, { signal, hurried });
  }
}
