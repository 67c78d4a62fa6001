import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Lease, Leases } from '@unityplan/messaging';
import { CONFIG } from '@unityplan/service-kit';
import type { EventConfig } from '../event.config.ts';
import { LEASES } from '../event.parts.ts';
import { Checkpoints } from './checkpoints.service.ts';

/** Makes checkpoints now and then, in one process of the pod. */
@Injectable()
export class CheckpointSchedule implements OnApplicationBootstrap, OnModuleDestroy {
  private lease: Lease | undefined;
  constructor(
    private readonly checkpoints: Checkpoints,
    @Inject(LEASES) private readonly leases: Leases,
    @Inject(CONFIG) private readonly config: EventConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.lease = this.leases.hold('audit checkpoints', async (signal) => {
      while (!signal.aborted) {
        await this.checkpoints.makeAll(signal);
        await sleep(this.config.checkpointEveryMs, undefined, { signal }).catch(() => undefined);
      }
    });
  }
  async onModuleDestroy(): Promise<void> {
    await this.lease?.release();
  }
}
